import { createHash } from 'node:crypto'

/**
 * The canonical form of a value, as RFC 8785 (JSON Canonicalization Scheme) writes it: keys in order, no white space. Equal values have
 * an equal form, so a hash over it says whether anything is otherwise.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`
}

/** SHA-256 (hexadecimal) of a text as UTF-8: what `sha256sum` says of it as a file. */
export const hashOf = (content: string) => createHash('sha256').update(content, 'utf8').digest('hex')
