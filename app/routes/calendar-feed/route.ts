import type { LoaderFunctionArgs } from '@remix-run/node'
import { orResponse } from '#app/domain-response.server'
import { publicBase } from '#app/public-base.server'
import { readFeed } from '#server/calendars/calendar-feeds'

/** What a calendar fetches. It cannot sign in: who has the secret address may read it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const token = /^([\w-]{20,100})\.ics$/.exec(params.file ?? '')?.[1]
  if (!token) throw new Response('not-found', { status: 404 })
  const content = await orResponse(readFeed(context.db, token, publicBase({ request, context })))
  return new Response(content, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Cache-Control': 'private, max-age=300',
      'X-Robots-Tag': 'noindex',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
