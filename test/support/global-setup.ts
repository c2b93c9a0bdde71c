import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { createDb } from '#db/client'
import { startEmbeddedPostgres } from '#db/embedded-postgres'
import { migrateToLatest } from '#db/migrate'
import { databaseUrl } from './database-url'

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL in which the tests may make and drop databases. */
    postgresUrl: string
    /** The migrated database there that every test database is a copy of; another run at the same time has its own. */
    templateName: string
    /** For whatever files tests make; it goes when the run ends. */
    runFolder: string
  }
}

/**
 * One PostgreSQL for the whole run, with a migrated database that tests copy. `TEST_DATABASE_URL` names one of your own, with
 * the right to create databases; without it an embedded one is started in a temporary folder.
 */
export default async function setup(project: TestProject) {
  const runFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'samenspraak-test-'))
  fs.chmodSync(runFolder, 0o755) // as root, PostgreSQL runs under another account
  const removeFolder = () => fs.rmSync(runFolder, { recursive: true, force: true, maxRetries: 3 })
  process.once('exit', removeFolder)

  const server = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, stop: async () => {} }
    : await startTemporary(path.join(runFolder, 'postgres'))
  const templateName = `samenspraak_template_${randomBytes(6).toString('hex')}`
  try {
    await createTemplate(server.url, templateName)
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('postgresUrl', server.url)
  project.provide('templateName', templateName)
  project.provide('runFolder', runFolder)
  return async () => {
    await onServer(server.url, `drop database if exists ${templateName} with (force)`)
    await server.stop()
    removeFolder()
  }
}

async function startTemporary(dataDir: string) {
  // Test data may be lost with the power: waiting for the disk would only make the run slower.
  const server = await startEmbeddedPostgres({ dataDir, fsync: false })
  // After Ctrl+C nobody waits for a shutdown, and PostgreSQL would outlive us.
  const end = () => process.kill(server.pid, 'SIGQUIT')
  process.prependOnceListener('exit', end)
  return {
    url: server.connectionString,
    stop: () => {
      process.off('exit', end)
      return server.stop()
    },
  }
}

async function createTemplate(serverUrl: string, templateName: string) {
  await onServer(serverUrl, `create database ${templateName}`)
  const { db } = createDb({ connectionString: databaseUrl(serverUrl, templateName) })
  try {
    await migrateToLatest(db)
  } finally {
    await db.destroy()
  }
}

async function onServer(serverUrl: string, sql: string) {
  const client = new pg.Client(serverUrl)
  await client.connect()
  await client.query(sql)
  await client.end()
}
