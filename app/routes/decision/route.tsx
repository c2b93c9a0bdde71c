import './decision.css'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { actionRights } from '#app/action-rights'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { CorrectionLines } from '#app/components/correction-lines'
import { DateText } from '#app/components/date-text'
import { DecisionResult } from '#app/components/decision-result'
import { DecisionText } from '#app/components/decision-text'
import { PageHeader } from '#app/components/page-header'
import { DemoMark } from '#app/components/provenance'
import { orResponse } from '#app/domain-response.server'
import { asLinkedData, pageTitle } from '#app/i18n/meta'
import { requireActor } from '#app/session.server'
import { actionsOfDecisions } from '#server/actions/action-queries'
import { registerNumber } from '#server/decisions/decision.shared'
import { mayApplyEffect, mayDropEffect, maySignErratum } from '#server/decisions/decision-access.shared'
import { effectsOfDecisions } from '#server/decisions/effect-queries'
import { readDecision } from '#server/decisions/read-decision'
import { compareTexts, countPlaces } from '#server/documents/compare-texts.shared'
import { answerDecision } from './actions.server'
import { DecisionChain } from './decision-chain'
import { DecisionFacts } from './decision-facts'
import { Errata } from './errata'
import { FollowUp } from './follow-up'
import { ShareButtons } from './share-buttons'
import { ThenAndNow } from './then-and-now'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        ...pageTitle(`${registerNumber(data.decision)} ${data.decision.title}`),
        asLinkedData(`/decisions/${data.decision.id}`),
      ]
    : []

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const decision = await orResponse(readDecision(context.db, actor, params.id ?? ''))
  const [effects, actions] = await Promise.all([
    effectsOfDecisions(context.db, actor, [decision.id]),
    actionsOfDecisions(context.db, actor, [decision.id]),
  ])
  const measures = decision.measures.map(({ textThen, textNow, ...measure }) => {
    const rows = compareTexts(textThen, textNow)
    return { ...measure, rows, places: countPlaces(rows) }
  })
  const can = {
    apply: mayApplyEffect(actor),
    drop: mayDropEffect(actor),
    sign: maySignErratum(actor),
    actions: actionRights(actor, actions),
  }
  return { decision: { ...decision, measures }, effects, actions, can }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context })
  return answerDecision({ request, context }, actor, params.id ?? '')
}

export default function Decision() {
  const { t } = useTranslation('decisions')
  const { decision, effects, actions, can } = useLoaderData<typeof loader>()
  const measureIds = [...decision.measures, ...effects.flatMap(({ measure }) => measure ?? [])].map(({ id }) => id)
  useLiveTopic([`decision:${decision.id}`, ...[...new Set(measureIds)].map(id => `measure:${id}`)])
  return (
    <>
      <PageHeader
        title={decision.title}
        crumbs={[
          { label: t('title'), to: '/decisions' },
          { label: decision.meetingTitle, to: `/meetings/${decision.meetingId}` },
        ]}
        actions={<ShareButtons />}
      />
      <p className="decision-line">
        <strong>{t('decisionNumber', { number: registerNumber(decision) })}</strong>
        <DecisionResult result={decision.result} />
        <span>{t(`ways.${decision.reachedBy}`)}</span>
        <DateText date={decision.decidedOn} />
        <DemoMark isDemo={decision.isDemo} />
      </p>
      <div className="decision-page">
        <div>
          <section aria-label={t('textOfDecision')}>
            <CorrectionLines corrects={decision.corrects} correctedBy={decision.correctedBy} />
            <DecisionText text={decision.text} reservations={decision.reservations} />
            <Errata decisionId={decision.id} errata={decision.errata} canSign={can.sign} />
          </section>
          <ThenAndNow measures={decision.measures} />
          <FollowUp effects={effects} actions={actions} can={can} />
          <DecisionChain decision={decision} effects={effects} actions={actions} />
        </div>
        <DecisionFacts decision={decision} />
      </div>
    </>
  )
}
