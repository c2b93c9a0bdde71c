import { execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#db/embedded-postgres'

let home: string
let running: EmbeddedPostgres | undefined

beforeAll(() => {
  home = fs.mkdtempSync(path.join(inject('runFolder'), 'embedded-'))
  fs.chmodSync(home, 0o755)
})

afterEach(async () => {
  await running?.stop()
  running = undefined
})

afterAll(() => fs.rmSync(home, { recursive: true, force: true }))

async function start(folder: string, options: { transport?: 'tcp' } = {}): Promise<EmbeddedPostgres> {
  running = await startEmbeddedPostgres({ dataDir: path.join(home, folder), fsync: false, ...options })
  return running
}

async function query(server: EmbeddedPostgres, sql: string) {
  const client = new pg.Client(server.config)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

describe('embedded PostgreSQL', () => {
  test('starts, answers over its socket alone, and stops', async () => {
    const server = await start('plain')
    expect(server.reused).toBe(false)
    expect(await query(server, 'show listen_addresses')).toEqual([{ listen_addresses: '' }])
    expect(
      await query(server, `select to_tsvector('dutch', 'vergaderingen')::text as words, lower('É') as letter`),
    ).toEqual([{ words: `'vergader':1`, letter: 'é' }])
    expect(fs.statSync(server.dataDir).mode & 0o777).toBe(0o700)
    await server.stop()
    expect(fs.existsSync(path.join(server.dataDir, 'postmaster.pid'))).toBe(false)
  })

  test('is found by its URL as well', async () => {
    const server = await start('plain')
    const client = new pg.Client(server.connectionString)
    await client.connect()
    expect((await client.query('select current_database() as name')).rows).toEqual([{ name: 'samenspraak' }])
    await client.end()
  })

  test('writes to disk before it says so, unless told otherwise', async () => {
    running = await startEmbeddedPostgres({ dataDir: path.join(home, 'plain') })
    const rows = await query(
      running,
      `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit')`,
    )
    expect(rows.map(row => row.setting)).toEqual(['on', 'on'])
  })

  test('keeps what was committed when it is killed', async () => {
    const first = await start('plain')
    await query(first, 'create table kept as select 42 as answer')
    process.kill(first.pid, 'SIGKILL')
    const second = await start('plain')
    expect(second.pid).not.toBe(first.pid)
    expect(await query(second, 'select answer from kept')).toEqual([{ answer: 42 }])
  })

  test('joins the one an earlier process left behind', async () => {
    const first = await start('plain')
    const second = await start('plain')
    expect([second.reused, second.pid]).toEqual([true, first.pid])
    await second.stop()
    await expect(query(first, 'select 1')).rejects.toThrow()
  })

  test('two that start at the same moment share one server', async () => {
    const both = await Promise.all([start('together'), start('together')])
    expect(both[0]?.pid).toBe(both[1]?.pid)
  })

  test('takes a number in postmaster.pid that now belongs to another program for what it is', async () => {
    const { dataDir } = await start('plain')
    await running?.stop()
    const other = spawn('sleep', ['30'])
    fs.writeFileSync(path.join(dataDir, 'postmaster.pid'), `${other.pid}\n${dataDir}\n1\n5432\n${dataDir}\n\n`)
    expect((await start('plain')).reused).toBe(false)
    expect(other.exitCode).toBe(null)
    other.kill()
  })

  test.runIf(process.platform === 'linux')('does not wait for a zombie', async () => {
    const { dataDir } = await start('plain')
    await running?.stop()
    // The short sleep ends when the shell has become the long one, which never asks for it.
    const parent = spawn('/bin/sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 30'])
    const pid = Number(await new Promise(resolve => parent.stdout.once('data', resolve)))
    for (let i = 0; i < 100 && !fs.readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z'); i++) await sleep(10)
    fs.writeFileSync(path.join(dataDir, 'postmaster.pid'), `${pid}\n${dataDir}\n1\n5432\n${dataDir}\n\n`)
    expect((await start('plain')).reused).toBe(false)
    parent.kill()
  })

  test('puts its socket elsewhere where the path is too long', async () => {
    const server = await start(`long-${'x'.repeat(100)}`)
    expect(server.config.host).not.toBe(server.dataDir)
    expect(fs.statSync(server.config.host).mode & 0o777).toBe(0o700)
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
    expect(fs.existsSync(server.config.host)).toBe(false)
  })

  test('asks a password where it listens on TCP', async () => {
    const server = await start('tcp', { transport: 'tcp' })
    expect(server.config.host).toBe('127.0.0.1')
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }])
    await expect(query({ ...server, config: { ...server.config, password: 'wrong' } }, 'select 1')).rejects.toThrow(
      /password/,
    )
  })

  test('leaves a folder with something else in it alone', async () => {
    const folder = path.join(home, 'other')
    fs.mkdirSync(folder)
    fs.writeFileSync(path.join(folder, 'letter.txt'), 'dear')
    await expect(start('other')).rejects.toThrow(/left alone/)
    expect(execFileSync('ls', [folder], { encoding: 'utf8' })).toBe('letter.txt\n')
  })
})
