import type { LoaderFunctionArgs } from '@remix-run/node'
import { orResponse } from '#app/domain-response.server'
import { requireActor } from '#app/session.server'
import { contentDisposition } from '#server/exports/content-disposition.shared'
import { readFrozenMinutes } from '#server/minutes/read-minutes'

/** Frozen minutes in the form that their hash was taken of, to the letter. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const content = await orResponse(readFrozenMinutes(context.db, actor, params.id ?? ''))
  return new Response(content, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': contentDisposition(`minutes-${params.id}.json`),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
