import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/session.server'
import { listNameable } from '#server/discussions/mention-names'

/** Who can be called by name in a comment, as data for who writes one. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  return listNameable(context.db, actor)
}
