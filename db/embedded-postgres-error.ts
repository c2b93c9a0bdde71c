/** An error whose name tells that the embedded database, not the application, is in trouble. */
export function embeddedPostgresError(message: string): Error {
  const error = new Error(`${message}\nOr use a PostgreSQL of your own: set DATABASE_URL.`)
  error.name = 'EmbeddedPostgresError'
  return error
}
