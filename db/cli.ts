import { createDb } from './client'
import { type DatabaseSource, openDatabaseServer } from './database-server'
import { migrateToLatest } from './migrate'

/**
 * Brings the database to the newest schema, for `npm run db:migrate`. An embedded server that runs already stays running.
 * @returns the names of the migrations carried out now
 */
export async function migrateDatabase(source: DatabaseSource): Promise<string[]> {
  const server = await openDatabaseServer(source)
  const { db } = createDb(server.config)
  try {
    return await migrateToLatest(db)
  } finally {
    await db.destroy()
    if (!server.reused) await server.stop()
  }
}
