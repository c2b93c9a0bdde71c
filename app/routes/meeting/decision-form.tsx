import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToast } from '#app/components/toast'
import { registerNumber } from '#server/decisions/decision.shared'
import type { DecisionInMeeting } from '#server/decisions/decision-list.shared'
import type { AgendaItem } from '#server/meetings/meeting-detail.shared'
import { DecisionFields } from './decision-fields'
import { useDraft } from './draft'
import type { MeetingChoices } from './meeting-choices'
import type { Stands } from './stands'
import { useAnswerTo } from './use-answer-to'

interface Props {
  item: AgendaItem
  choices: MeetingChoices
  /** on that item */
  stands: Stands
  /** what was decided about this item */
  taken: DecisionInMeeting[]
}

/**
 * Records what was decided about an item. It is open where a decision is due, and folded away elsewhere. The page loads again
 * while somebody fills it in, and colleagues decide meanwhile: only its own decision empties it.
 */
export function DecisionForm({ item, choices, stands, taken }: Props) {
  const { t } = useTranslation('decisions')
  const toast = useToast()
  const wasSent = useAnswerTo('record-decision') !== undefined
  const [decisionId, setDecisionId] = useState(choices.nextDecision.id)
  const { draft, forget } = useDraft(item.id)
  const recorded = taken.find(decision => decision.id === decisionId)

  useEffect(() => {
    if (!recorded) return
    forget()
    setDecisionId(choices.nextDecision.id)
    toast(t('form.recorded', { number: registerNumber(recorded) }))
  }, [recorded, forget, choices.nextDecision.id, toast, t])

  const fields = (
    <DecisionFields
      key={`${decisionId} ${draft ? 'again' : ''}`}
      decisionId={decisionId}
      item={item}
      choices={choices}
      stands={stands}
      draft={draft}
    />
  )
  if (item.kind === 'decision' && taken.length === 0) return fields
  return (
    // Sent without a script, the form comes back with what was wrong: that must not be folded away.
    <details className="part-details" open={wasSent || draft !== undefined || undefined}>
      <summary>{t(taken.length === 0 ? 'form.open' : 'form.another')}</summary>
      {fields}
    </details>
  )
}
