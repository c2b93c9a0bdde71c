import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { cache } from './prepare.mjs'

/**
 * The PostgreSQL of a run: that of BENCH_DATABASE_URL (with the right to create databases), else an embedded one in a
 * folder of its own, as `npm start` opens it, with fsync on.
 * @returns its URL, the process whose CPU counts (undefined when it is not on this machine), what it is, how to stop it
 */
export async function openPostgres() {
  const given = process.env.BENCH_DATABASE_URL
  const server = given ? { url: given, stop: async () => {} } : await startEmbedded()
  return { ...server, ...(await describe(server.url)) }
}

async function startEmbedded() {
  const { startEmbeddedPostgres } = await import(pathToFileURL(path.join(cache, 'postgres.mjs')).href)
  const folder = fs.mkdtempSync(path.join(cache, 'postgres-'))
  fs.chmodSync(folder, 0o755) // as root, PostgreSQL runs under another account
  const server = await startEmbeddedPostgres({ dataDir: path.join(folder, 'data') })
  // It lives in a session of its own and would outlive us.
  const clean = () => {
    for (const each of [server.dataDir, folder]) fs.rmSync(each, { recursive: true, force: true, maxRetries: 3 })
  }
  const end = () => {
    process.kill(server.pid, 'SIGQUIT')
    clean()
  }
  process.once('exit', end)
  return {
    url: server.connectionString,
    async stop() {
      process.off('exit', end)
      await server.stop()
      clean()
    },
  }
}

async function describe(url) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(`
    select pg_backend_pid() as pid, current_setting('server_version') as version,
      current_setting('fsync') as fsync, current_setting('synchronous_commit') as commits`)
  const { pid, version, fsync, commits } = rows[0]
  const postmaster = parentOf(pid)
  await client.end()
  return { pid: postmaster, description: `PostgreSQL ${version}, fsync ${fsync}, synchronous_commit ${commits}` }
}

/** The postmaster of a backend, where both are processes of this machine. */
function parentOf(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    if (!stat.includes('(postgres)')) return undefined
    return Number(stat.split(') ').at(-1).split(' ')[1])
  } catch {
    return undefined
  }
}
