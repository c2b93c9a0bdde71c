import './position-round.css'
import type { MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { PageHeader } from '#app/components/page-header'
import { PositionRoundState } from '#app/components/position-round-state'
import { DemoMark } from '#app/components/provenance'
import { pageTitle } from '#app/i18n/meta'
import { actOnPositionRound } from './actions.server'
import { CloseRound } from './close-round'
import { loadPositionRound } from './load-round.server'
import { MeasurePositions } from './measure-positions'
import { Overview } from './overview'
import { RoundFacts } from './round-facts'
import { RoundFiles } from './round-files'
import { YourPart } from './your-part'

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageTitle(data.round.title) : [])

export const loader = loadPositionRound
export const action = actOnPositionRound

/** Who ran into what a colleague did must see that. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function PositionRoundPage() {
  const { t } = useTranslation('positions')
  const { round, texts, ownBodies, can, now } = useLoaderData<typeof loader>()
  useLiveTopic([`position-round:${round.id}`, ...round.measures.map(measure => `measure:${measure.id}`)])
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title'), to: '/position-rounds' }]}
        title={
          <>
            {round.title} <DemoMark isDemo={round.isDemo} />
          </>
        }
        subtitle={
          <span className="round-line">
            <PositionRoundState round={round} now={now} />
            <RoundFacts round={round} />
          </span>
        }
        actions={<RoundFiles roundId={round.id} />}
      />
      {round.question && (
        <p className="asked-question" lang="nl">
          {round.question}
        </p>
      )}
      <Overview round={round} />
      {ownBodies.map(body => (
        <YourPart key={body.id} body={body} round={round} now={now} />
      ))}
      {round.measures.map(measure => (
        <MeasurePositions
          key={measure.id}
          measure={measure}
          round={round}
          text={texts.find(text => text.measureId === measure.id)}
          canWaive={can.waive}
        />
      ))}
      {can.run && !round.closedAt && <CloseRound round={round} />}
    </>
  )
}
