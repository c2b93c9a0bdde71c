import { AsyncLocalStorage } from 'node:async_hooks'
import type { RequestHandler } from 'express'

/**
 * Counts what each request asks of the database and how long it takes, and says so in the response (`Server-Timing`). Asked
 * for with SERVER_TIMING, to measure with.
 */
export class RequestCosts {
  private readonly requests = new AsyncLocalStorage<{ queries: number; milliseconds: number }>()

  /** for `createDb`: after every query */
  readonly countQuery = (milliseconds: number): void => {
    const cost = this.requests.getStore()
    if (!cost) return
    cost.queries++
    cost.milliseconds += milliseconds
  }

  readonly follow: RequestHandler = (_request, response, next) => {
    const cost = { queries: 0, milliseconds: 0 }
    const start = performance.now()
    const writeHead = response.writeHead.bind(response)
    response.writeHead = ((...head: Parameters<typeof response.writeHead>) => {
      const total = performance.now() - start
      const database = `db;desc="${cost.queries} queries";dur=${cost.milliseconds.toFixed(1)}`
      response.setHeader('Server-Timing', `${database}, total;dur=${total.toFixed(1)}`)
      return writeHead(...head)
    }) as typeof response.writeHead
    this.requests.run(cost, next)
  }
}
