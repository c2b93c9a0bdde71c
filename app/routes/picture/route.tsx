import type { LoaderFunctionArgs } from '@remix-run/node'
import { readLocale } from '#app/i18n/locale.server'
import { translator } from '#app/i18n/translator'
import { drawPicture } from '#app/pictures/draw-picture.server'
import { pictureNames } from '#app/pictures/picture-names'
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
  const file = translator(locale, 'pictures')(`files.${name}`)
  return new Response(drawPicture(locale, picture), {
    headers: {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Content-Disposition': `attachment; filename="${file}.svg"`,
      'Cache-Control': 'private, no-cache',
    },
  })
}
