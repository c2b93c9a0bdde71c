import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { inject } from 'vitest'
import { createDb } from '#db/client'
import type { Database } from '#db/schema/index'
import { databaseUrl } from './database-url'

export interface TestDatabase {
  db: Kysely<Database>
  pool: pg.Pool
  url: string
  /** Closes the connections and removes the database. */
  drop(): Promise<void>
}

/** A fresh, migrated, empty database; call it in `beforeAll` and drop it in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  return connected(await createEmptyCopy())
}

/** A fresh database without a schema, for what a migration does to one that is older. */
export async function createBareDatabase(): Promise<TestDatabase> {
  const serverUrl = inject('postgresUrl')
  const name = uniqueName()
  await onServer(serverUrl, `create database ${name}`)
  return connected(handle(serverUrl, name))
}

function connected({ url, drop }: { url: string; drop(): Promise<void> }): TestDatabase {
  const { db, pool } = createDb({ connectionString: url, max: 5 })
  return {
    db,
    pool,
    url,
    drop: async () => {
      await db.destroy()
      await drop()
    },
  }
}

/** The same without a connection of the test's own, for a server that gets the URL. */
export async function createEmptyCopy(): Promise<{ url: string; drop(): Promise<void> }> {
  const serverUrl = inject('postgresUrl')
  const name = uniqueName()
  await copyTemplate(serverUrl, name)
  return handle(serverUrl, name)
}

const uniqueName = () => `samenspraak_test_${randomBytes(6).toString('hex')}`

const handle = (serverUrl: string, name: string) => ({
  url: databaseUrl(serverUrl, name),
  drop: () => onServer(serverUrl, `drop database if exists ${name} with (force)`),
})

/** PostgreSQL copies a database only while nobody is connected to it, so a second copy at the same moment has to wait. */
async function copyTemplate(serverUrl: string, name: string) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await onServer(serverUrl, `create database ${name} template ${inject('templateName')}`)
    } catch (error) {
      const isBusy = (error as { code?: string }).code === '55006'
      if (!isBusy || attempt === 100) throw error
      await sleep(50 + Math.random() * 100)
    }
  }
}

async function onServer(serverUrl: string, sql: string) {
  const client = new pg.Client(serverUrl)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
