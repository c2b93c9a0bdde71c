import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { answerForm } from '#app/answer-form.server'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { EmptyState } from '#app/components/empty-state'
import { PageHeader } from '#app/components/page-header'
import { orResponse } from '#app/domain-response.server'
import { toDay } from '#app/i18n/format'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { translator } from '#app/i18n/translator'
import { useFormat } from '#app/i18n/use-format'
import { requireActor } from '#app/session.server'
import { type BaselineLine, freezeBaselineInput } from '#server/baselines/baseline.shared'
import { mayFreezeBaseline } from '#server/baselines/baseline-access.shared'
import { listBaselines } from '#server/baselines/baseline-queries'
import { freezeBaseline } from '#server/baselines/freeze-baseline'
import { readSlippage } from '#server/baselines/read-slippage'
import { readPlan } from '#server/plans/plan-queries'
import { BaselineList } from './baseline-list'
import { FreezeForm } from './freeze-form'
import { SlippageTable } from './slippage-table'
import './baselines.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(translator(metaLocale(matches), 'baselines')('title'))

/** The baselines of the plan, and what slipped since one of them: the newest, unless the address names another. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const [plan, baselines, slippage] = await Promise.all([
    readPlan(context.db, actor),
    listBaselines(context.db, actor),
    orResponse(readSlippage(context.db, actor, { baselineId: params.id })),
  ])
  const slipped = slippage?.measures.filter(({ slips }) => slips.length > 0) ?? []
  return {
    planTitle: plan?.title ?? '',
    baselines,
    shown: slippage?.baseline ?? null,
    // What did not slip, and the lines of time, are not on this page.
    measures: slipped.map(({ milestones, ...measure }) => measure),
    canFreeze: mayFreezeBaseline(actor) && plan !== null,
    today: toDay(new Date()),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const asked = { request, context }
  const actor = await requireActor(asked)
  const form = await request.formData()
  return answerForm(asked, {
    form,
    schema: freezeBaselineInput,
    page: '/baselines',
    write: async (trx, input) => `/baselines/${await freezeBaseline(trx, actor, input)}`,
  })
}

export default function Baselines() {
  const { t } = useTranslation('baselines')
  const { planTitle, baselines, shown, measures, canFreeze, today } = useLoaderData<typeof loader>()
  useLiveTopic(['measures'])
  const baseline = baselines.find(({ id }) => id === shown?.id)
  const freezeForm = canFreeze && <FreezeForm today={today} isFirst={baselines.length === 0} />
  return (
    <>
      <PageHeader
        title={baseline?.name ?? t('title')}
        subtitle={baseline ? <Facts baseline={baseline} /> : t('intro')}
        crumbs={[{ label: planTitle, to: '/measures' }, ...(baseline ? [{ label: t('title'), to: '/baselines' }] : [])]}
      />
      {baseline ? (
        <div className="baselines-page">
          <SlippageTable measures={measures} />
          <aside aria-label={t('list')}>
            {freezeForm}
            <BaselineList baselines={baselines} shown={baseline.id} />
          </aside>
        </div>
      ) : (
        <>
          <EmptyState title={t('none.title')}>{t(canFreeze ? 'none.coordinator' : 'none.reader')}</EmptyState>
          <div className="narrow">{freezeForm}</div>
        </>
      )}
    </>
  )
}

function Facts({ baseline }: { baseline: BaselineLine }) {
  const { t } = useTranslation('baselines')
  const format = useFormat()
  const { number, reason, datedOn, byCode, frozenAt, measures, note } = baseline
  return (
    <>
      {t('facts', {
        number,
        reason: t(`reasons.${reason}`),
        date: format.date(datedOn),
        code: byCode,
        frozenAt: format.date(frozenAt),
        measures: t('measures', { count: measures }),
      })}
      {note && <q className="baseline-note">{note}</q>}
    </>
  )
}
