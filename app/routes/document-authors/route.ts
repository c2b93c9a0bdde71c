import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { orResponse } from '#app/domain-response.server'
import { requireActor } from '#app/session.server'
import { readTextOwners } from '#server/documents/text-owners'

/** Whose the words of a text are, as data for the editor that shows it (app/editor/authors/author-directory.ts). */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  if (!z.guid().safeParse(params.id).success) throw new Response('not-found', { status: 404 })
  const owners = await orResponse(readTextOwners(context.db, actor, params.id as string))
  return Response.json(owners, { headers: { 'Cache-Control': 'no-store' } })
}
