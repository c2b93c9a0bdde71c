import type { LoaderFunctionArgs } from '@remix-run/node'
import { readLocale } from '#app/i18n/locale.server'
import { pictureNames } from '#app/pictures/picture-names'
import { pictureResponse } from '#app/pictures/picture-response.server'
import { requireActor } from '#app/session.server'
import { pictureOf } from './picture.server'

/** A picture of the plan as a file, with the filters of the address: `/measures/pictures/matrix.svg?level=local`. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const name = pictureNames.find(name => `${name}.svg` === params.picture)
  if (!name) throw new Response('not-found', { status: 404 })
  const locale = await readLocale({ request, context })
  const picture = await pictureOf(name, { db: context.db, actor, params: new URL(request.url).searchParams })
  if (!picture) throw new Response('not-found', { status: 404 })
  return pictureResponse(locale, name, picture)
}
