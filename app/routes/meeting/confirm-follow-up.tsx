import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format'
import type { RecordDecisionInput } from '#server/decisions/decision.shared'
import type { EffectInput } from '#server/decisions/effect.shared'
import type { MeetingChoices } from './meeting-choices'

/** What is about to change and to be done, a line each. */
export function ConfirmFollowUp({ asked, choices }: { asked: RecordDecisionInput; choices: MeetingChoices }) {
  const { t } = useTranslation('actions')
  const format = useFormat()
  const said = useSaid(choices)
  const bodyOf = (id: string) => choices.bodies.find(body => body.id === id)?.code
  return (
    <>
      {asked.effects.map(effect => (
        <li key={JSON.stringify(effect)}>
          {t(`effects.kinds.${effect.kind}`)}: {said(effect)}{' '}
          <span className="text-ink-3">
            {t(effect.applyNow ? 'form.confirmNow' : 'form.confirmLater')}
            {effect.dueOn && `, ${t('effects.dueOn', { date: format.date(effect.dueOn) })}`}
          </span>
        </li>
      ))}
      {asked.actions.map(action => (
        <li key={JSON.stringify(action)}>
          {t('form.addAction')} <strong>{bodyOf(action.bodyId)}</strong>: {action.title}{' '}
          {action.dueOn && (
            <span className="text-ink-3">{t('effects.dueOn', { date: format.date(action.dueOn) })}</span>
          )}
        </li>
      ))}
    </>
  )
}

function useSaid({ measures, bodies, milestones }: MeetingChoices) {
  const { t } = useTranslation(['actions', 'common'])
  const format = useFormat()
  const titleOf = (id: string | undefined) => measures.find(measure => measure.id === id)?.title ?? ''
  const bodyOf = (id: string) => bodies.find(body => body.id === id)?.code ?? ''
  const dateOf = (of: string) => {
    if (of === 'startsOn' || of === 'endsOn') return t(`form.${of}`)
    return t('form.milestone', { label: milestones.find(({ id }) => id === of)?.label ?? '' })
  }
  return (effect: EffectInput): string => {
    const title = titleOf(effect.measureId)
    switch (effect.kind) {
      case 'set-status':
        return `${title} → ${t(`common:measureStatuses.${effect.status}`)}`
      case 'set-lead':
        return `${title} → ${bodyOf(effect.bodyId)}`
      case 'set-date':
        return `${title}, ${dateOf(effect.of)} → ${format.date(effect.date)}`
      case 'set-wording':
        return `${title}: ${effect.passage ? `“${effect.passage}” → ` : ''}“${effect.wording}”`
      case 'ask-body':
        return `${bodyOf(effect.bodyId)}: ${effect.question}`
    }
  }
}
