import './decision.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { DateText } from '#app/components/date-text'
import { DecisionResult } from '#app/components/decision-result'
import { DecisionText } from '#app/components/decision-text'
import { PageHeader } from '#app/components/page-header'
import { DemoMark } from '#app/components/provenance'
import { orResponse } from '#app/domain-response.server'
import { asLinkedData, pageTitle } from '#app/i18n/meta'
import { requireActor } from '#app/session.server'
import { registerNumber } from '#server/decisions/decision.shared'
import { readDecision } from '#server/decisions/read-decision'
import { compareTexts, countPlaces } from '#server/documents/compare-texts.shared'
import { DecisionChain } from './decision-chain'
import { DecisionFacts } from './decision-facts'
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
  const measures = decision.measures.map(({ textThen, textNow, ...measure }) => {
    const rows = compareTexts(textThen, textNow)
    return { ...measure, rows, places: countPlaces(rows) }
  })
  return { decision: { ...decision, measures } }
}

export default function Decision() {
  const { t } = useTranslation('decisions')
  const { decision } = useLoaderData<typeof loader>()
  useLiveTopic([`decision:${decision.id}`, ...decision.measures.map(measure => `measure:${measure.id}`)])
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
            <DecisionText text={decision.text} reservations={decision.reservations} />
          </section>
          <ThenAndNow measures={decision.measures} />
          <DecisionChain decision={decision} />
        </div>
        <DecisionFacts decision={decision} />
      </div>
    </>
  )
}
