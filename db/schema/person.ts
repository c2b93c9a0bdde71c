import type { Generated } from 'kysely'

export interface PersonTable {
  id: Generated<string>
  email: string
  name: string
  /** argon2id, in PHC form; null as long as no password was chosen */
  passwordHash: string | null
  locale: 'nl' | 'en' | null
  theme: 'light' | 'dark' | null
  isDemo: Generated<boolean>
  createdAt: Generated<Date>
  disabledAt: Date | null
}
