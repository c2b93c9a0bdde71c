import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from './schema/index'

const parsers = new Map<number, (value: string) => unknown>([
  // What PostgreSQL counts in 64 bits (positions in a log, counts) stays far below 2^53 here.
  [pg.types.builtins.INT8, Number],
  // A date is a day, not a moment: it stays 'YYYY-MM-DD', whatever the time zone of the server.
  [pg.types.builtins.DATE, value => value],
])

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? (pg.types.getTypeParser as (oid: number, format?: string) => unknown)(oid, format),
} as pg.CustomTypesConfig

/**
 * Opens a pool of connections and a query builder over it.
 * @param config where PostgreSQL listens; `max` connections are 10 unless told otherwise
 * @returns `db` for queries (camelCase here, snake_case there) and `pool` for what needs a connection of its own;
 *   `db.destroy()` closes both
 */
export function createDb(config: pg.PoolConfig): { db: Kysely<Database>; pool: pg.Pool } {
  // Who waits longer for a connection is told that the database does not answer.
  const pool = new pg.Pool({ max: 10, keepAlive: true, connectionTimeoutMillis: 10_000, types, ...config })
  // An idle connection that breaks (a restarted server) is replaced by the pool; without a listener it ends the process.
  pool.on('error', error => console.error('database connection lost:', error.message))
  // The same for one that is at work: its query fails, whoever asked hears of it, and that is enough.
  pool.on('connect', client => client.on('error', () => {}))
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  return { db, pool }
}
