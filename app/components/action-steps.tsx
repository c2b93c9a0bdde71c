import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format'
import type { ActionStepLine } from '#server/actions/action.shared'

/** What was said about an action, the oldest first; of many only the last, the rest unfolds. */
export function ActionSteps({ steps }: { steps: ActionStepLine[] }) {
  const { t } = useTranslation('actions')
  const last = steps.at(-1)
  if (!last) return null
  if (steps.length === 1) return <Step step={last} />
  return (
    <>
      <details className="follow-steps">
        <summary>{t('history', { count: steps.length })}</summary>
        {steps.slice(0, -1).map(step => (
          <Step key={`${step.at} ${step.text}`} step={step} />
        ))}
      </details>
      <Step step={last} />
    </>
  )
}

function Step({ step: { step, text, dueBefore, dueAfter, byCode, at } }: { step: ActionStepLine }) {
  const { t } = useTranslation('actions')
  const format = useFormat()
  const day = (date: string | null) => (date ? format.date(date) : t('noDay'))
  return (
    <p className="detail">
      {byCode ?? ''} {t(`steps.${step}`, { before: day(dueBefore), after: day(dueAfter) })}, {format.date(at)}:{' '}
      <span lang="nl">{text}</span>
    </p>
  )
}
