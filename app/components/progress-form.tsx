import './progress.css'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormDraft } from '#app/use-form-draft'
import { useFormReply } from '#app/use-form-reply'
import type { MeasureStatus } from '#server/measures/measure.shared'
import type { ProgressReport } from '#server/measures/progress.shared'
import type { Reporting } from '#server/measures/progress-access.shared'
import { Button } from './button'
import { Note } from './note'
import { ProgressFields } from './progress-fields'
import { ReportFor } from './report-for'
import { useToast } from './toast'

export interface ProgressFormProps {
  measure: { id: string; status: MeasureStatus }
  newest: ProgressReport | null
  reporting: Reporting
  /** the code of the body that the reader acts for */
  ownCode: string
  /** the page that takes it in; the measure's own unless told otherwise */
  action?: string
  /** it corrects the newest report */
  isCorrection?: boolean
  onDone?: () => void
}

/** Says how far a measure is, beginning with what was said last. */
export function ProgressForm({
  measure,
  newest,
  reporting,
  ownCode,
  action = `/measures/${measure.id}`,
  isCorrection = false,
  onDone,
}: ProgressFormProps) {
  const { t } = useTranslation('progress')
  const toast = useToast()
  const { draft, keep, forget } = useFormDraft(`progress of ${measure.id}${isCorrection ? ', corrected' : ''}`)
  const { Form, formProps, errors, values } = useFormReply('report-progress', {
    isMine: values => values.measureId === measure.id && Boolean(values.isCorrection) === isCorrection,
    onDone: () => {
      forget()
      began.current = undefined
      toast(t('form.sent'))
      onDone?.()
    },
  })
  // What came in after the reader began is shown; it is no reason to throw away what they filled in.
  const began = useRef<{ id: string | undefined }>()
  began.current ??= { id: newest?.id }
  const isOvertaken = newest && began.current.id !== newest.id
  const hidden = (
    <>
      <input type="hidden" name="intent" value="report-progress" />
      <input type="hidden" name="measureId" value={measure.id} />
      <input type="hidden" name="seen" value={newest?.id ?? ''} />
      <input type="hidden" name="isCorrection" value={isCorrection ? '1' : ''} />
    </>
  )
  return (
    <div className="progress-form">
      {isOvertaken && (
        <Note tone="warn" role="alert" className="mb-3">
          {t('form.meanwhile', {
            code: newest.byCode,
            percentage: newest.percentage,
            confidence: t(`confidences.${newest.confidence}`),
          })}
        </Note>
      )}
      {errors[''] && !isOvertaken && (
        <Note tone="bad" role="alert" className="mb-3">
          {errors['']}
        </Note>
      )}
      {draft && (
        <Note className="mb-3">
          {t('form.draftBack')}{' '}
          <button type="button" className="link-button" onClick={forget}>
            {t('form.discard')}
          </button>
        </Note>
      )}
      <Form {...formProps} action={action} onInput={event => keep(event.currentTarget)}>
        {hidden}
        <ProgressFields
          key={draft ? 'draft' : (newest?.id ?? 'first')}
          id={`${measure.id}${isCorrection}`}
          typed={draft ?? values}
          newest={newest}
          status={measure.status}
          isCorrection={isCorrection}
          errors={errors}
        />
        {!isCorrection && <ReportFor reporting={reporting} ownCode={ownCode} chosen={(draft ?? values).bodyId} />}
        {isCorrection && <p className="mt-3 text-sm text-ink-2">{t('form.correctionHint')}</p>}
        <div className="send">
          <Button type="submit" variant="primary">
            {t(isCorrection ? 'form.sendCorrection' : 'form.send')}
          </Button>
        </div>
      </Form>
      {newest && !isCorrection && (
        <Form {...formProps} action={action} className="send">
          {hidden}
          <input type="hidden" name="status" value={newest.status} />
          <input type="hidden" name="percentage" value={newest.percentage} />
          <input type="hidden" name="confidence" value={newest.confidence} />
          <input type="hidden" name="hindrance" value={newest.hindrance} />
          <input type="hidden" name="upcoming" value={newest.upcoming} />
          <Button type="submit" small>
            {t('form.unchanged')}
          </Button>
          <span className="text-sm text-ink-3">
            {t('form.unchangedWhy', {
              percentage: newest.percentage,
              confidence: t(`confidences.${newest.confidence}`),
            })}
          </span>
        </Form>
      )}
    </div>
  )
}
