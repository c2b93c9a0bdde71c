import type { LoaderFunctionArgs } from '@remix-run/node'
import { toDay } from '#app/i18n/format'
import type { Locale } from '#app/i18n/locale'
import { readLocale } from '#app/i18n/locale.server'
import { translator } from '#app/i18n/translator'
import { describeFilters } from '#app/routes/plan/describe-filters'
import { filterFields } from '#app/routes/plan/use-filter-fields'
import { requireActor } from '#app/session.server'
import { contentDisposition } from '#server/exports/content-disposition.shared'
import { readPlanExport } from '#server/exports/read-plan-export'
import { type MeasureFilters, readMeasureFilters } from '#server/measures/measure-filters.shared'
import { listBodiesOfPlan } from '#server/measures/measure-list'
import type { BodyOfPlan } from '#server/measures/measure-list.shared'
import type { Plan } from '#server/plans/plan.shared'
import { type Format, formats } from './formats.server'
import { exportWords } from './words.server'

/** The plan as a file, with the filters of the address: what its views show. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const { pathname, searchParams } = new URL(request.url)
  const format = formats[pathname.split('.').at(-1) as Format]
  const filters = readMeasureFilters(searchParams)
  const [locale, exported, bodies] = await Promise.all([
    readLocale({ request, context }),
    readPlanExport(context.db, actor, filters),
    listBodiesOfPlan(context.db, actor),
  ])
  const { plan } = exported
  if (!plan) throw new Response('not-found', { status: 404 })
  const madeAt = new Date()
  const { content, name } = await format.write(exported, {
    words: exportWords(locale),
    params: searchParams,
    occasion: {
      groupName: actor.groupName,
      personName: actor.name,
      madeAt,
      filters: filterTexts(locale, filters, { plan, bodies }),
    },
  })
  const base = translator(locale, 'exchange')('fileName', { plan: plan.title, date: toDay(madeAt) })
  return new Response(new Uint8Array(content), {
    headers: {
      'Content-Type': format.mediaType,
      'Content-Length': String(content.length),
      'Content-Disposition': contentDisposition([base, name].filter(Boolean).join(' ') + format.extension),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

function filterTexts(locale: Locale, filters: MeasureFilters, choices: { plan: Plan; bodies: BodyOfPlan[] }): string[] {
  const t = translator(locale, ['plan', 'measures', 'progress', 'common'])
  const fields = filterFields(t, locale, choices)
  return describeFilters(filters, fields, t('plan:filter.words')).map(({ text }) => text)
}
