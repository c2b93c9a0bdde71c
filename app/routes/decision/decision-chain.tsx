import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DateText } from '#app/components/date-text'
import type { ActionInList } from '#server/actions/action.shared'
import { registerNumber } from '#server/decisions/decision.shared'
import type { Effect } from '#server/decisions/effect.shared'
import type { ShownDecision } from './decision-facts'

/** Where this decision stands: from the measure over the agenda to what the text says today (rule 6). */
export function DecisionChain({
  decision,
  effects,
  actions,
}: {
  decision: ShownDecision
  effects: Effect[]
  actions: ActionInList[]
}) {
  const { t } = useTranslation('decisions')
  const { agendaItem, meetingId, measures, decidedOn } = decision
  const isMoved = measures.some(measure => measure.isMoved)
  return (
    <section className="section" aria-labelledby="chain-title">
      <h2 id="chain-title" className="mb-2.5">
        {t('chain')}
      </h2>
      <ol className="chain" aria-label={t('chainLabel')}>
        {measures.length > 0 && (
          <li>
            <span className="kind">{t('chainKinds.measure')}</span>
            <MeasureStep measures={measures} />
          </li>
        )}
        <li>
          <span className="kind">{t('chainKinds.agendaItem')}</span>
          <Link to={`/meetings/${meetingId}${agendaItem ? `?item=${agendaItem.id}` : ''}`}>
            {agendaItem ? t('chainPoint', { position: agendaItem.position }) : t('facts.meeting')}
          </Link>
          <span className="detail">
            <DateText date={decidedOn} />
          </span>
        </li>
        <li aria-current="step">
          <span className="kind">{t('chainKinds.decision')}</span>
          <strong>{registerNumber(decision)}</strong>
          <span className="detail">{t(`results.${decision.result}`)}</span>
        </li>
        <FollowUpStep effects={effects} actions={actions} />
        {measures.length > 0 && (
          <li>
            <span className="kind">{t('chainKinds.now')}</span>
            <a href="#verschil">{t(isMoved ? 'chainMoved' : 'chainSame')}</a>
          </li>
        )}
      </ol>
    </section>
  )
}

function FollowUpStep({ effects, actions }: { effects: Effect[]; actions: ActionInList[] }) {
  const { t } = useTranslation(['decisions', 'actions'])
  const all = effects.length + actions.length
  if (all === 0) return null
  const settled = [...effects, ...actions].filter(({ state }) => state === 'applied' || state === 'done').length
  const late = [...effects, ...actions].filter(({ isOverdue }) => isOverdue).length
  return (
    <li>
      <span className="kind">{t('chainKinds.followUp')}</span>
      <a href="#gevolgen">{t('actions:effects.count', { applied: settled, all })}</a>
      {late > 0 && <span className="detail">{t('actions:overdueCount', { count: late })}</span>}
    </li>
  )
}

function MeasureStep({ measures: [first, ...others] }: Pick<ShownDecision, 'measures'>) {
  const { t } = useTranslation('decisions')
  if (!first) return null
  if (others.length > 0) return <a href="#verschil">{t('chainMeasures', { count: others.length + 1 })}</a>
  return (
    <>
      <Link to={`/measures/${first.id}`}>{first.title}</Link>
      <span className="detail">{t('versionLower', { number: first.version })}</span>
    </>
  )
}
