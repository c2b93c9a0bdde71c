import { createServer, type Server } from 'node:http'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequestHandler } from '@remix-run/express'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Express, type Request, type Response } from 'express'
import { sql } from 'kysely'
import { readActor } from './auth/read-actor'
import { nobody, readerHeader } from './auth/reader.shared'
import type { AppState } from './context'
import { linkedDataRoutes } from './linked-data-routes'
import type { RequestCosts } from './request-costs'
import { giveNonce, refuseForeignWrites, securityHeaders } from './security-headers'

interface WebServer {
  web: Server
  /** what the pages are made of, as it is now */
  loadBuild(): Promise<ServerBuild>
}

/**
 * Makes the web server: health, files, pages. The pages come from the Remix build; in development from Vite, which
 * reloads them. Nothing listens yet.
 * @param state with `costs`, each response says what it cost
 */
export async function createWebServer({ costs, ...state }: AppState & { costs?: RequestCosts }): Promise<WebServer> {
  const app = express()
  const server = createServer(app)
  const { env } = state
  app.disable('x-powered-by')
  app.set('trust proxy', env.trustProxy)

  app.get('/healthz', (_request, response) => void response.type('text/plain').send('ok'))
  app.get('/readyz', async (_request, response) => {
    const ready = await sql`select 1`.execute(state.db).then(
      () => true,
      () => false,
    )
    response
      .status(ready ? 200 : 503)
      .type('text/plain')
      .send(ready ? 'ok' : 'the database does not answer')
  })

  if (costs) app.use(costs.follow)
  app.use(giveNonce, securityHeaders(env), refuseForeignWrites(env), compression())
  const build = env.mode === 'development' ? await serveFromVite(app, server) : await serveFromBuild(app)
  const getLoadContext = (request: Request, response: Response) => requestContext(state, request, response)
  app.use(linkedDataRoutes(state, getLoadContext))
  app.all('*', createRequestHandler({ build, getLoadContext, mode: env.mode }))
  return { web: server, loadBuild: async () => (typeof build === 'function' ? build() : build) }
}

/** What loaders and actions get. A session that was just prolonged is told to the browser with this response. */
function requestContext(state: AppState, request: Request, response: Response): AppLoadContext {
  let actor: ReturnType<AppLoadContext['readActor']> | undefined
  let session: ReturnType<AppLoadContext['readSession']> | undefined
  const readSession = () => {
    session ??= state.sessions.read(request.headers.cookie).then(open => {
      if (open?.cookie && !response.headersSent) response.append('Set-Cookie', open.cookie)
      return open
    })
    return session
  }
  return {
    ...state,
    cspNonce: response.locals.cspNonce,
    clientAddress: request.ip ?? '',
    readSession,
    readActor: () => {
      actor ??= readSession()
        .then(open => open && readActor(state.db, open))
        .then(reader => {
          if (!response.headersSent) response.setHeader(readerHeader, reader?.personId ?? nobody)
          return reader
        })
      return actor
    },
  }
}

async function serveFromBuild(app: Express): Promise<ServerBuild> {
  const client = resolve('build/client')
  app.use('/assets', express.static(`${client}/assets`, { immutable: true, maxAge: '1y', index: false }))
  app.use('/fonts', express.static(`${client}/fonts`, { maxAge: '30d', index: false }))
  // Browsers look for a new release of it whenever a page is opened.
  app.use('/service-worker.js', express.static(`${client}/service-worker.js`, { maxAge: 0, cacheControl: true }))
  app.use(express.static(client, { maxAge: '1h', index: false }))
  return import(pathToFileURL(resolve('build/server/index.js')).href)
}

async function serveFromVite(app: Express, server: Server): Promise<() => Promise<ServerBuild>> {
  const { createServer: createVite } = await import('vite')
  const vite = await createVite({ server: { middlewareMode: true, hmr: { server } } })
  app.use(vite.middlewares)
  return () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
}
