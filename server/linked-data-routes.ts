import { type Request, type Response, Router } from 'express'
import type { AppContext, AppState } from './context'
import { asDomainError } from './errors'
import type { Namespace } from './linked-data/concepts'
import {
  readAgendaData,
  readContext,
  readDecisionData,
  readMeetingData,
  readTerms,
} from './linked-data/read-linked-data'

const MEDIA_TYPE = 'application/ld+json'
const page = /^\/(meetings|decisions)\/([0-9a-f-]{36})(\/agenda)?(\.jsonld)?$/i

type State = Pick<AppState, 'db' | 'env'>
type ReadContext = (request: Request, response: Response) => Pick<AppContext, 'readActor' | 'readSession'>

/**
 * Meetings, agendas and decisions as JSON-LD at the addresses of their pages, for who asks for it: by `Accept`, or with
 * `.jsonld` behind the address. Whom the page is not for gets nothing here either.
 */
export function linkedDataRoutes({ db, env }: State, contextOf: ReadContext): Router {
  const router = Router()
  const namesOf = (request: Request): Namespace => ({
    base: env.publicUrl ?? `${request.protocol}://${request.get('host')}`,
  })
  const open = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' }

  router.get(['/linked-data/context.jsonld', '/linked-data/terms'], (request, response) => {
    const names = namesOf(request)
    const content = request.path.endsWith('terms') ? readTerms(names) : readContext(names)
    response
      .set({ ...open, 'Cache-Control': 'public, max-age=3600' })
      .type(MEDIA_TYPE)
      .send(JSON.stringify(content))
  })

  router.get(page, async (request, response, next) => {
    const [, kind, id = '', agenda, ending] = page.exec(request.path) ?? []
    if (kind === 'decisions' && agenda) return next()
    response.vary('Accept')
    if (!ending && request.accepts(['text/html', MEDIA_TYPE]) !== MEDIA_TYPE) return next()
    try {
      const context = contextOf(request, response)
      const actor = await context.readActor()
      if (!actor) return void refuse(response, (await context.readSession()) ? 403 : 401)
      const read = agenda ? readAgendaData : kind === 'meetings' ? readMeetingData : readDecisionData
      const content = await read(db, actor, namesOf(request), id.toLowerCase())
      response.set('Cache-Control', 'private, no-cache').type(MEDIA_TYPE).send(JSON.stringify(content))
    } catch (error) {
      if (asDomainError(error)?.code === 'not-found') return void refuse(response, 404)
      next(error)
    }
  })
  return router
}

const reasons = { 401: 'sign in first', 403: 'you have no mandate today', 404: 'there is no such record' }

const refuse = (response: Response, status: keyof typeof reasons) =>
  response.status(status).set('Cache-Control', 'no-store').type('text/plain').send(reasons[status])
