import { extname } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import { evidenceTypes } from './evidence.shared'

/** By these names too, beside the one that the type is known by. */
const otherNames: Record<string, string> = { jpeg: 'jpg' }

/**
 * Finds out what a file is from its content, not from what it is called; text, which has no marks of its own, by its name.
 * @returns the media type; undefined for what is not taken, and for what is called something that it is not
 */
export async function detectFileType(fileName: string, content: Uint8Array): Promise<string | undefined> {
  const written = extname(fileName).slice(1).toLowerCase()
  const extension = otherNames[written] ?? written
  const mime = (await fileTypeFromBuffer(content))?.mime ?? (isText(content) ? textType(extension) : undefined)
  return mime && evidenceTypes[mime] === extension ? mime : undefined
}

const textType = (extension: string) => ({ txt: 'text/plain', csv: 'text/csv' })[extension]

/** In UTF-8 or in the older encoding of Windows, which Excel writes: neither has these control characters. */
const isText = (content: Uint8Array) =>
  !content.some(byte => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c)
