import { round } from './figures.mjs'
import { cpuOf, cpuOfTree, waitedOf } from './processes.mjs'

/** Begins to count what the server, PostgreSQL and this load generator use. */
export function beginSpan(server, usesPostgres) {
  const postgres = usesPostgres ? Number(process.env.BENCH_POSTGRES_PID) || null : undefined
  const used = () => ({
    at: performance.now(),
    server: cpuOf(server.pid),
    waited: waitedOf(server.pid),
    postgres: postgres ? cpuOfTree(postgres) : 0,
    own: process.cpuUsage(),
  })
  server.profile('begin')
  const before = used()

  /** @returns seconds of CPU since; `total` is null where PostgreSQL cannot be seen from here */
  return function end() {
    const now = used()
    server.profile('end')
    const seconds = (now.at - before.at) / 1000
    const own = (now.own.user + now.own.system - before.own.user - before.own.system) / 1e6
    const ofServer = now.server - before.server
    const ofPostgres = postgres === null ? null : now.postgres - before.postgres
    return {
      seconds,
      server: ofServer,
      postgres: ofPostgres,
      total: ofPostgres === null ? null : ofServer + ofPostgres,
      /** how busy each was, 1 = one core; a server that waits is disturbed by the rest of the machine */
      shares: {
        serverBusy: round(ofServer / seconds, 2),
        serverWaited: round((now.waited - before.waited) / seconds, 2),
        generatorBusy: round(own / seconds, 2),
      },
    }
  }
}
