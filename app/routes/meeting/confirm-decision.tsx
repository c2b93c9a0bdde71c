import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { DecisionResult } from '#app/components/decision-result'
import { Dialog } from '#app/components/dialog'
import { Note } from '#app/components/note'
import { type RecordDecisionInput, registerNumber } from '#server/decisions/decision.shared'
import type { AgendaItem } from '#server/meetings/meeting-detail.shared'
import { ConfirmFollowUp } from './confirm-follow-up'
import type { MeetingChoices } from './meeting-choices'
import { useTabledText } from './use-tabled-text'

interface Props {
  /** nothing is asked as long as this is undefined */
  asked: RecordDecisionInput | undefined
  number: string
  item: AgendaItem
  choices: MeetingChoices
  onCancel: () => void
  onConfirm: () => void
}

/** Shows once more what is about to stand. */
export function ConfirmDecision({ asked, number, item, choices, onCancel, onConfirm }: Props) {
  const { t } = useTranslation('decisions')
  const { t: common } = useTranslation()
  const isMoved = asked?.seen.some(({ measureId, hash }) =>
    item.measures.some(measure => measure.id === measureId && measure.hash !== hash),
  )
  const corrected = choices.correctable.find(decision => decision.id === asked?.correctsId)
  const bodyOf = (id: string) => choices.bodies.find(body => body.id === id)?.code
  return (
    <Dialog
      isOpen={asked !== undefined}
      onClose={onCancel}
      alert
      wide
      title={t('form.confirmTitle', { number })}
      actions={
        <>
          <Button onClick={onCancel}>{common('cancel')}</Button>
          {!isMoved && (
            <Button variant="primary" onClick={onConfirm}>
              {t('form.confirm')}
            </Button>
          )}
        </>
      }
    >
      {asked && (
        <div className="confirm-decision">
          <DecisionResult result={asked.result} />
          <p className="confirm-words" lang="nl">
            {asked.text}
          </p>
          <ul className="confirm-lines">
            {corrected && (
              <li>
                <strong>{t('form.correctsNumber', { number: registerNumber(corrected) })}</strong> · {corrected.title}
              </li>
            )}
            {asked.reservations.map(({ bodyId, text }) => (
              <li key={`${bodyId} ${text}`}>
                <strong>{bodyOf(bodyId)}</strong> · {t('reservation')} {text}
              </li>
            ))}
            <ConfirmFollowUp asked={asked} choices={choices} />
            <TabledLines item={item} choices={choices} asked={asked} />
          </ul>
          {isMoved && (
            <Note tone="warn" role="alert" className="mb-3">
              {t('form.movedMeanwhile')}
            </Note>
          )}
          <p className="text-ink-2">
            {asked.measureIds.length > 0 && `${t('form.freezes')} `}
            {t('form.stands')}
          </p>
        </div>
      )}
    </Dialog>
  )
}

function TabledLines({
  item,
  choices,
  asked,
}: {
  item: AgendaItem
  choices: MeetingChoices
  asked: RecordDecisionInput
}) {
  const { t } = useTranslation('decisions')
  const tabledText = useTabledText()
  return asked.measureIds.map(id => {
    const tabled = item.measures.find(measure => measure.id === id)
    const title = tabled?.title ?? choices.measures.find(measure => measure.id === id)?.title
    return (
      <li key={id}>
        {t('form.measures')}: <strong>{title}</strong>
        {tabled && `, ${tabledText(tabled)}`}
      </li>
    )
  })
}
