import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'

/**
 * What has to happen because its moment came, and not because somebody asked. Every node runs every job: a job takes what is
 * due `for update skip locked` in a transaction, so that no two nodes do the same, and what failed is due the next time.
 */
export interface Job {
  /** for the log */
  name: string
  /** how long after one run ended the next begins, in milliseconds */
  every: number
  run(db: Kysely<Database>): Promise<unknown>
}

/**
 * Runs jobs from now on, each at once and then again and again. A job never runs beside itself on one node; what it throws is
 * logged and ends nothing.
 * @returns `stop`, after which no run begins; it waits for those that are at work
 */
export function runJobs(db: Kysely<Database>, jobs: Job[]): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const runs = jobs.map(job => repeat(db, job, stopping.signal))
  return {
    stop: async () => {
      stopping.abort()
      await Promise.all(runs)
    },
  }
}

async function repeat(db: Kysely<Database>, { name, every, run }: Job, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    await run(db).catch(error => console.error(`job ${name} failed, and is tried again:`, error))
    await pause(every, stopping)
  }
}

function pause(milliseconds: number, stopping: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (stopping.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      stopping.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    stopping.addEventListener('abort', done)
  })
}
