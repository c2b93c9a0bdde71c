// Where a server stores, for one measurement: a database or folder of its own that can be emptied and copied back.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'

/** @param {'pg' | 'folder' | undefined} kind */
export async function makeStore(kind) {
  const store = kind === 'pg' ? databaseStore() : kind === 'folder' ? folderStore() : memoryStore()
  await store.empty()
  return store
}

const memoryStore = () => ({ env: {}, empty() {}, keep() {}, restore() {}, remove() {} })

function databaseStore() {
  const name = `samenspraak_bench_${process.pid}`
  const kept = `${name}_kept`
  const url = new URL(process.env.BENCH_DATABASE_URL)
  url.pathname = `/${name}`
  const drop = database => `drop database if exists ${database} with (force)`
  return {
    env: { DATABASE_URL: url.href },
    empty: () => onServer(drop(name), `create database ${name}`),
    /** Remembers how it is now; nobody may be connected. */
    keep: () => onServer(drop(kept), `create database ${kept} template ${name}`),
    restore: () => onServer(drop(name), `create database ${name} template ${kept}`),
    remove: () => onServer(drop(name), drop(kept)),
    query: async text => {
      const client = new pg.Client({ connectionString: url.href })
      await client.connect()
      try {
        return (await client.query(text)).rows
      } finally {
        await client.end()
      }
    },
  }
}

function folderStore() {
  const folder = path.join(os.tmpdir(), `samenspraak-bench-${process.pid}`)
  const kept = `${folder}-kept`
  const copy = (from, to) => {
    fs.rmSync(to, { recursive: true, force: true })
    fs.cpSync(from, to, { recursive: true })
  }
  return {
    env: { YPERSISTENCE: folder },
    empty: () => fs.rmSync(folder, { recursive: true, force: true }),
    keep: () => copy(folder, kept),
    restore: () => copy(kept, folder),
    remove: () => {
      for (const each of [folder, kept]) fs.rmSync(each, { recursive: true, force: true })
    },
  }
}

async function onServer(...statements) {
  const client = new pg.Client({ connectionString: process.env.BENCH_DATABASE_URL })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
