/** The migrated database that every test database is a copy of. */
export const templateName = 'samenspraak_template'

/** The same server and login, another database. */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}
