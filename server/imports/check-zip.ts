import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { DomainError } from '../errors'
import { IMPORT_UNPACKED_LIMIT } from './import.shared'

const unpack = promisify(inflateRaw)
const ENTRIES_LIMIT = 2000

/**
 * Unpacks a zip file piece by piece and stops as soon as it is more than is read: what it says of its own size is not believed.
 * @throws DomainError `too-large` `file-unpacked-too-large`; `invalid` `file-broken`
 */
export async function checkZip(file: Buffer): Promise<void> {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > file.length) throw broken()
  const count = file.readUInt16LE(end + 10)
  let at = file.readUInt32LE(end + 16)
  let left = IMPORT_UNPACKED_LIMIT
  if (count > ENTRIES_LIMIT) throw tooLarge()
  for (let index = 0; index < count; index++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) throw broken()
    left -= await sizeOf(file, at, left)
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
}

async function sizeOf(file: Buffer, entry: number, left: number): Promise<number> {
  const method = file.readUInt16LE(entry + 10)
  const packed = file.readUInt32LE(entry + 20)
  const local = file.readUInt32LE(entry + 42)
  if (local + 30 > file.length) throw broken()
  const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
  const bytes = file.subarray(start, start + packed)
  if (method === 0 || packed === 0) return bytes.length
  try {
    return (await unpack(bytes, { maxOutputLength: Math.max(1, left) })).length
  } catch (error) {
    throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : broken()
  }
}

const broken = () => new DomainError('invalid', 'file-broken', 'file')
const tooLarge = () => new DomainError('too-large', 'file-unpacked-too-large', 'file')
