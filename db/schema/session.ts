import type { Generated } from 'kysely'

export interface SessionTable {
  /** SHA-256 (hexadecimal) of the id in the cookie */
  id: string
  userId: string
  expiresAt: Date
  createdAt: Generated<Date>
}

export interface SignInAttemptTable {
  id: Generated<number>
  key: string
  attemptedAt: Generated<Date>
}

export interface SetupLinkTable {
  tokenHash: string
  expiresAt: Date
  usedAt: Date | null
}
