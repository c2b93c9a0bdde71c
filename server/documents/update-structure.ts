/**
 * Reads the outline of a Yjs update (v1) without building anything of it, so that garbage costs no more than the bytes
 * it came in. The format is that of yjs 13.6, `src/utils/encoding.js` (structs), `src/structs/Item.js` (contents) and
 * `src/utils/DeleteSet.js`.
 */
export interface UpdateStructure {
  runs: StructRun[]
  deletions: ClockRange[]
}

/** Clocks of one client id, from `from` (included) to `to` (excluded). */
export interface ClockRange {
  client: number
  from: number
  to: number
}

/** Structs that follow each other. `needs`: triples of a struct's own clock and the client id and clock it leans on. */
export interface StructRun extends ClockRange {
  needs: number[]
}

/** Clocks count characters; far more than anybody writes, far less than where numbers lose precision. */
const MAX_CLOCK = 2 ** 40
const MAX_DEPTH = 32

/** @returns the outline, or undefined when the bytes are not exactly one well-formed update */
export function readUpdateStructure(update: Uint8Array): UpdateStructure | undefined {
  try {
    const reader = new Reader(update)
    const runs = readRuns(reader)
    const deletions = readDeletions(reader)
    return reader.atEnd ? { runs, deletions } : undefined
  } catch {
    return undefined
  }
}

function readRuns(reader: Reader): StructRun[] {
  const runs: StructRun[] = []
  const seen = new Set<number>()
  for (let clients = reader.count(); clients > 0; clients--) {
    let structs = reader.count()
    const client = reader.unsigned()
    const from = reader.clock()
    if (seen.has(client)) throw new Error('a client twice')
    seen.add(client)
    const needs: number[] = []
    let to = from
    for (; structs > 0; structs--) {
      to += readStruct(reader, to, needs)
      if (to > MAX_CLOCK) throw new Error('clock')
    }
    if (to > from) runs.push({ client, from, to, needs })
  }
  return runs
}

/** @returns the struct's length, in clock ticks */
function readStruct(reader: Reader, clock: number, needs: number[]): number {
  const info = reader.byte()
  const kind = info & 31
  if (kind === 0) return reader.length()
  // A gap: only merging updates with holes makes one, and those are refused.
  if (kind === 10) throw new Error('skip')
  if (info & 128) needs.push(clock, reader.unsigned(), reader.clock())
  if (info & 64) needs.push(clock, reader.unsigned(), reader.clock())
  if ((info & 192) === 0) {
    if (reader.unsigned() === 1) reader.string()
    else needs.push(clock, reader.unsigned(), reader.clock())
    if (info & 32) reader.string()
  }
  return readItemContent(reader, kind)
}

function readItemContent(reader: Reader, kind: number): number {
  switch (kind) {
    case 1: // deleted
      return reader.length()
    case 2: {
      const length = reader.count()
      for (let i = 0; i < length; i++) reader.json()
      return nonZero(length)
    }
    case 3: // binary
      reader.skip(reader.unsigned())
      return 1
    case 4: // string, counted in UTF-16 units
      return nonZero(reader.string().length)
    case 5: // embed
      reader.json()
      return 1
    case 6: // format
      reader.string()
      reader.json()
      return 1
    case 7: {
      const type = reader.unsigned()
      if (type > 6) throw new Error('type')
      if (type === 3 || type === 5) reader.string()
      return 1
    }
    case 8: {
      const length = reader.count()
      for (let i = 0; i < length; i++) readAny(reader, 0)
      return nonZero(length)
    }
    case 9: // subdocument
      reader.string()
      readAny(reader, 0)
      return 1
    default:
      throw new Error('content')
  }
}

/** A value in the encoding of lib0, `encoding.writeAny`. */
function readAny(reader: Reader, depth: number): void {
  if (depth > MAX_DEPTH) throw new Error('depth')
  const type = reader.byte()
  if (type === 127 || type === 126 || type === 121 || type === 120) return
  if (type === 125) reader.signed()
  else if (type === 124) reader.skip(4)
  else if (type === 123 || type === 122) reader.skip(8)
  else if (type === 119) reader.string()
  else if (type === 116) reader.skip(reader.unsigned())
  else if (type === 117) for (let i = reader.count(); i > 0; i--) readAny(reader, depth + 1)
  else if (type === 118) {
    for (let i = reader.count(); i > 0; i--) {
      reader.string()
      readAny(reader, depth + 1)
    }
  } else throw new Error('any')
}

function readDeletions(reader: Reader): ClockRange[] {
  const deletions: ClockRange[] = []
  for (let clients = reader.count(); clients > 0; clients--) {
    const client = reader.unsigned()
    for (let ranges = reader.count(); ranges > 0; ranges--) {
      const from = reader.clock()
      const to = from + reader.length()
      if (to > MAX_CLOCK) throw new Error('clock')
      deletions.push({ client, from, to })
    }
  }
  return deletions
}

function nonZero(length: number): number {
  if (length === 0) throw new Error('empty')
  return length
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Takes numbers and strings off the bytes, and throws where they would go past the end. */
class Reader {
  private at = 0

  constructor(private readonly bytes: Uint8Array) {}

  get atEnd(): boolean {
    return this.at === this.bytes.length
  }

  byte(): number {
    const byte = this.bytes[this.at++]
    if (byte === undefined) throw new Error('end')
    return byte
  }

  unsigned(): number {
    let value = 0
    let factor = 1
    for (;;) {
      const byte = this.byte()
      value += (byte & 127) * factor
      if (byte < 128) return value
      factor *= 128
      if (value > Number.MAX_SAFE_INTEGER || factor > 2 ** 56) throw new Error('number')
    }
  }

  signed(): void {
    for (let bytes = 0; this.byte() >= 128; bytes++) if (bytes > 8) throw new Error('number')
  }

  /** How many things follow: each takes a byte at least, so more than there are bytes left is a lie. */
  count(): number {
    const count = this.unsigned()
    if (count > this.bytes.length - this.at) throw new Error('count')
    return count
  }

  length(): number {
    return nonZero(this.clock())
  }

  clock(): number {
    const clock = this.unsigned()
    if (clock > MAX_CLOCK) throw new Error('clock')
    return clock
  }

  string(): string {
    const length = this.count()
    const text = utf8.decode(this.bytes.subarray(this.at, this.at + length))
    this.at += length
    return text
  }

  json(): void {
    const text = this.string()
    if (text !== 'undefined') JSON.parse(text)
  }

  skip(length: number): void {
    if (length > this.bytes.length - this.at) throw new Error('end')
    this.at += length
  }
}
