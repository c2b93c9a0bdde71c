import type { LoaderFunctionArgs } from '@remix-run/node'
import { orResponse } from '#app/domain-response.server'
import { toDay } from '#app/i18n/format'
import { readLocale } from '#app/i18n/locale.server'
import { translator } from '#app/i18n/translator'
import { OwnersDrawing } from '#app/pictures/owners-drawing'
import { pictureResponse } from '#app/pictures/picture-response.server'
import { requireActor } from '#app/session.server'
import { readMeasureMark } from '#server/measures/measure-mark'
import { responsibilityHistory } from '#server/measures/responsibility-history'

/** Who carried a measure from when until when: an SVG. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const measure = await orResponse(readMeasureMark(context.db, actor, params.id ?? ''))
  const [locale, history] = await Promise.all([
    readLocale({ request, context }),
    responsibilityHistory(context.db, measure.id),
  ])
  const caption = {
    view: translator(locale, 'progress')('responsibility.title'),
    planTitle: measure.title,
    groupName: actor.groupName,
    today: toDay(new Date()),
    notes: [measure.planTitle],
  }
  return pictureResponse(locale, 'owners', <OwnersDrawing caption={caption} history={history} />)
}
