import type { LoaderFunctionArgs } from '@remix-run/node'
import { layOut } from '#app/dependency-layout.server'
import { orResponse } from '#app/domain-response.server'
import { toDay } from '#app/i18n/format'
import { readLocale } from '#app/i18n/locale.server'
import { translator } from '#app/i18n/translator'
import { DependencyDrawing } from '#app/pictures/dependency-drawing'
import { pictureResponse } from '#app/pictures/picture-response.server'
import { requireActor } from '#app/session.server'
import { around, ofKind } from '#server/dependencies/choose-dependencies.shared'
import { readDependencyGraph } from '#server/dependencies/dependency-queries'
import { readMeasureMark } from '#server/measures/measure-mark'
import { readPlan } from '#server/plans/plan-queries'

/** How the measures of the plan hang together, or what hangs together with one, as its page shows it: an SVG. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const { searchParams } = new URL(request.url)
  const measure = params.id ? await orResponse(readMeasureMark(context.db, actor, params.id)) : null
  const [locale, plan, whole] = await Promise.all([
    readLocale({ request, context }),
    readPlan(context.db, actor),
    readDependencyGraph(context.db, actor),
  ])
  const { graph, kind, depth } = measure
    ? { ...around(whole, measure.id, searchParams.get('steps')), kind: null }
    : { ...ofKind(whole, searchParams.get('kind')), depth: null }
  const picture = graph.dependencies.length > 0 ? layOut(graph) : null
  if (!plan || !picture) throw new Response('not-found', { status: 404 })
  const t = translator(locale, 'dependencies')
  const caption = {
    view: measure ? t('titleOf', { title: measure.title }) : t('title'),
    planTitle: plan.title,
    groupName: actor.groupName,
    today: toDay(new Date()),
    notes: [kind ? t(`kinds.${kind}`) : '', depth ? t('step', { count: depth }) : ''].filter(Boolean),
  }
  const drawing = <DependencyDrawing caption={caption} picture={picture} centre={measure?.id} />
  return pictureResponse(locale, 'dependencies', drawing)
}
