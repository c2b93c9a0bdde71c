import { type Kysely, Migrator } from 'kysely'
import { migrations } from './migrations/index'
import type { Database } from './schema/index'

/**
 * Brings the database to the newest schema. Safe to call from several nodes at once: Kysely takes a lock.
 * @returns the names of the migrations that were carried out now
 * @throws the database's error when one fails; it and those after it are then not carried out
 */
export async function migrateToLatest(db: Kysely<Database>): Promise<string[]> {
  // Numbers are handed out when work begins: a migration may land after one with a higher number.
  const provider = { getMigrations: async () => migrations }
  const migrator = new Migrator({ db, provider, allowUnorderedMigrations: true })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error
  return (results ?? []).filter(result => result.status === 'Success').map(result => result.migrationName)
}
