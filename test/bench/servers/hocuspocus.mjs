// @hocuspocus/server with its defaults; with DATABASE_URL its Database extension, which stores whole documents.
import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'
import pg from 'pg'
import { port, ready } from './common.mjs'

const server = new Server({
  port,
  address: '127.0.0.1',
  quiet: true,
  extensions: process.env.DATABASE_URL ? [await database()] : [],
})
await server.listen()
ready()

async function database() {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
  await pool.query('create table if not exists document (name text primary key, data bytea not null)')
  return new Database({
    fetch: async ({ documentName }) => {
      const { rows } = await pool.query('select data from document where name = $1', [documentName])
      return rows[0]?.data ?? null
    },
    store: async ({ documentName, state }) => {
      await pool.query('insert into document values ($1, $2) on conflict (name) do update set data = excluded.data', [
        documentName,
        state,
      ])
    },
  })
}
