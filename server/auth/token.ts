import { createHash, randomBytes } from 'node:crypto'

/** @returns 256 random bits, fit for a URL */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is stored of a secret with enough randomness of its own (a session id, a token): its SHA-256, hexadecimal. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
