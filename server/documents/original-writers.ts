import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'

type Words = [clock: number, length: number, writer: number][]

/** Who wrote words first that were brought back or moved since, by client id. */
export class OriginalWriters {
  constructor(private readonly words: Map<number, Words>) {}

  /** `until`: from which clock on it may be another. */
  of(client: number, clock: number): { client: number; until: number } {
    const next = this.words.get(client)?.find(([start, length]) => start + length > clock)
    if (!next) return { client, until: Number.POSITIVE_INFINITY }
    const [start, length, wrote] = next
    return start > clock ? { client, until: start } : { client: wrote, until: start + length }
  }

  /** Cuts characters of a client where their writer changes. */
  split(client: number, clock: number, length: number): { clock: number; length: number; writer: number }[] {
    const parts = []
    for (let at = clock; at < clock + length; ) {
      const { client: writer, until } = this.of(client, at)
      const end = Math.min(clock + length, until)
      parts.push({ clock: at, length: end - at, writer })
      at = end
    }
    return parts
  }
}

/** @returns who wrote what in a text was brought back or moved until now */
export async function readWriters(db: Kysely<Database>, documentId: string): Promise<OriginalWriters> {
  const rows = await db
    .selectFrom('documentRestoration')
    .select(['clientId', 'words'])
    .where('documentId', '=', documentId)
    .execute()
  return new OriginalWriters(new Map(rows.map(row => [row.clientId, row.words])))
}
