import { AsyncLocalStorage } from 'node:async_hooks'
import type { RequestHandler } from 'express'
import type { KyselyPlugin, PluginTransformQueryArgs, PluginTransformResultArgs, QueryId } from 'kysely'

/**
 * Counts what each request asks of the database and how long it takes, and says so in the response (`Server-Timing`). A plugin
 * of Kysely, asked for with SERVER_TIMING, to measure with.
 */
export class RequestCosts implements KyselyPlugin {
  private readonly requests = new AsyncLocalStorage<{ queries: number; milliseconds: number }>()
  private readonly started = new WeakMap<QueryId, number>()

  transformQuery({ node, queryId }: PluginTransformQueryArgs) {
    this.started.set(queryId, performance.now())
    return node
  }

  async transformResult({ result, queryId }: PluginTransformResultArgs) {
    const cost = this.requests.getStore()
    if (cost) {
      cost.queries++
      cost.milliseconds += performance.now() - (this.started.get(queryId) ?? 0)
    }
    return result
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
