import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { LinkButton } from '#app/components/button'
import { PageHeader } from '#app/components/page-header'
import { Percentage } from '#app/components/percentage'
import { DemoMark } from '#app/components/provenance'
import { RoundState } from '#app/components/round-state'
import { Section } from '#app/components/section'
import { orResponse } from '#app/domain-response.server'
import { pageTitle } from '#app/i18n/meta'
import { useFormat } from '#app/i18n/use-format'
import { requireActor } from '#app/session.server'
import { reportingFor } from '#server/measures/progress-access.shared'
import { bodiesSpokenFor } from '#server/measures/responsibility-queries'
import { readRound } from '#server/rounds/read-round'
import { mayRunRounds } from '#server/rounds/round-access.shared'
import { actOnRound } from './actions.server'
import { BodyTable } from './body-table'
import { CloseRound } from './close-round'
import { MeasureTable } from './measure-table'
import { YourPart } from './your-part'
import './round.css'

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageTitle(data.round.title) : [])

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const round = await orResponse(readRound(context.db, actor, params.id ?? ''))
  const own = new Set(bodiesSpokenFor(actor))
  const ofOwnBody = round.closedAt
    ? []
    : round.measures.filter(measure => measure.owners.some(owner => own.has(owner.bodyId)))
  const mine = ofOwnBody
    .filter(measure => !measure.isAnswered)
    .flatMap(measure => {
      const reporting = reportingFor(actor, measure.owners, measure.report)
      return reporting ? [{ measure, reporting }] : []
    })
  return { round, mine, hasPart: ofOwnBody.length > 0, canRun: mayRunRounds(actor), ownCode: actor.mandate.bodyCode }
}

export const action = (args: ActionFunctionArgs) => actOnRound(args)

export default function UpdateRoundPage() {
  const { t } = useTranslation('rounds')
  const format = useFormat()
  const { round, mine, hasPart, canRun, ownCode } = useLoaderData<typeof loader>()
  useLiveTopic(['update-rounds', 'measures'])
  const answered = round.measures.filter(measure => measure.isAnswered).length
  const isOpen = !round.closedAt
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title'), to: '/update-rounds' }]}
        title={
          <>
            {round.title} <DemoMark isDemo={round.isDemo} />
          </>
        }
        subtitle={
          <span className="round-subtitle">
            <RoundState round={round} />
            <span>{t('round.subtitle', { code: round.openedByCode, date: format.date(round.openedAt) })}</span>
            <span>
              {round.closedAt
                ? t('closedOn', { date: format.date(round.closedAt) })
                : `${t('due', { date: format.date(round.dueOn) })}, ${format.relativeDay(round.dueOn)}`}
            </span>
          </span>
        }
        actions={
          <LinkButton to={`/update-rounds/${round.id}/report`} icon={FileText}>
            {t(isOpen ? 'round.interimReport' : 'round.report')}
          </LinkButton>
        }
      />
      {round.question && (
        <p className="round-question" lang="nl">
          {round.question}
        </p>
      )}
      <p className="round-answered" role="status">
        <Percentage percentage={Math.round((100 * answered) / round.measures.length)} />
        {t('answeredOf', { answered, count: round.measures.length })}
      </p>
      {hasPart && isOpen && <YourPart roundId={round.id} items={mine} ownCode={ownCode} />}
      <Section title={t('round.byBody')}>
        <BodyTable round={round} canRemind={canRun && isOpen} />
      </Section>
      <Section title={t('round.byMeasure')}>
        <MeasureTable measures={round.measures} isClosed={!isOpen} />
      </Section>
      {canRun && isOpen && <CloseRound roundId={round.id} />}
    </>
  )
}
