import path from 'node:path'
import type { PoolConfig } from 'pg'
import { startEmbeddedPostgres } from './embedded-postgres'

/** Where a database comes from: a URL, or else the embedded PostgreSQL with its data under `dataDir`. */
export interface DatabaseSource {
  databaseUrl: string | undefined
  dataDir: string
}

export interface DatabaseServer {
  config: PoolConfig
  /** True where this call did not start it: somebody else's server, or an embedded one that ran already. */
  reused: boolean
  /** Ends an embedded server, also a reused one; does nothing to the server of a URL. */
  stop(): Promise<void>
}

/**
 * Finds or starts the PostgreSQL the application uses.
 * @throws EmbeddedPostgresError where there is no URL and the embedded one cannot run here.
 */
export async function openDatabaseServer({ databaseUrl, dataDir }: DatabaseSource): Promise<DatabaseServer> {
  if (databaseUrl) return { config: { connectionString: databaseUrl }, reused: true, stop: async () => {} }
  return startEmbeddedPostgres({ dataDir: path.join(dataDir, 'postgres') })
}
