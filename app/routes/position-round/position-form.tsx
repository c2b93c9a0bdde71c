import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Note } from '#app/components/note'
import { useToast } from '#app/components/toast'
import { useFormDraft } from '#app/use-form-draft'
import { useFormReply } from '#app/use-form-reply'
import { PositionFields } from './position-fields'
import { startOf, valuesOf } from './position-start'
import type { AnswerProps } from './your-part'

/**
 * Prepares and takes a position. What is typed is kept in this tab; a draft that is saved is shared with the colleagues of the
 * body. What a colleague did meanwhile is shown before it can be replaced, and throws nothing away that was typed here.
 */
export function PositionForm(props: AnswerProps) {
  const { body, round, measure, position, draft, isOpen } = props
  const { t } = useTranslation('positions')
  const toast = useToast()
  const key = `position of ${body.id} on ${measure.id} in ${round.id}`
  const typed = useFormDraft(key)
  const isDirty = useRef(false)
  const [turn, setTurn] = useState(0)
  const begin = () => {
    typed.forget()
    isDirty.current = false
    setTurn(turn => turn + 1)
  }
  const { Form, formProps, errors, values, reply } = useFormReply('answer', {
    isMine: values => values.measureId === measure.id && values.bodyId === body.id,
    onDone: () => {
      toast(t(reply?.values.do === 'save' ? 'mine.saved' : 'mine.taken'))
      begin()
    },
  })

  // What stood when the reader began is what they have seen; what came since they see once it stood in their way.
  const now = { positionId: position.positionId ?? '', revision: draft?.revision ?? 0, hash: measure.hash }
  const seen = useRef(now)
  const wasRefused = ['changed-meanwhile', 'draft-changed', 'text-moved'].includes(reply?.reason ?? '')
  if (!isDirty.current || wasRefused) seen.current = now
  const isOvertaken = wasRefused && reply?.ok === false

  // A colleague's draft takes the place of what is in the form only while nothing was typed here.
  const standing = `${position.positionId} ${draft?.revision}`
  const shown = useRef(standing)
  useEffect(() => {
    if (shown.current === standing || isDirty.current) return
    shown.current = standing
    setTurn(turn => turn + 1)
  }, [standing])

  const sent = Object.keys(values).length > 0 && reply?.ok === false ? values : undefined
  const start = sent ?? typed.draft
  return (
    <Form
      {...formProps}
      action={`/position-rounds/${round.id}`}
      className="position-form"
      key={`${turn} ${typed.draft ? 'kept' : ''}`}
      onInput={event => {
        isDirty.current = true
        typed.keep(event.currentTarget)
      }}
    >
      <input type="hidden" name="intent" value="answer" />
      <input type="hidden" name="measureId" value={measure.id} />
      <input type="hidden" name="bodyId" value={body.id} />
      <input type="hidden" name="seen" value={seen.current.positionId} />
      <input type="hidden" name="revision" value={seen.current.revision} />
      <input type="hidden" name="hash" value={seen.current.hash} />
      {errors[''] && (
        <Note tone="bad" role="alert" className="mb-3">
          {isOvertaken && reply?.reason === 'draft-changed' && draft
            ? t('mine.draftMeanwhile', { name: draft.savedBy })
            : isOvertaken && reply?.reason === 'changed-meanwhile'
              ? t('mine.takenMeanwhile', { standing: t(`standings.${position.standing}`) })
              : errors['']}{' '}
          {isOvertaken && draft && (
            <button type="button" className="link-button" onClick={begin}>
              {t('mine.useTheirs')}
            </button>
          )}
        </Note>
      )}
      {typed.draft && !sent && (
        <Note className="mb-3">
          {t('mine.kept')}{' '}
          <button type="button" className="link-button" onClick={begin}>
            {t('mine.forget')}
          </button>
        </Note>
      )}
      <PositionFields
        {...props}
        name={key}
        start={start ? valuesOf(start) : startOf(props)}
        errors={errors}
        onRows={() => {
          isDirty.current = true
        }}
      />
      <div className="send">
        <Button type="submit" name="do" value="take" variant="primary">
          {t('mine.take')}
          <span className="sr-only">: {measure.title}</span>
        </Button>
        {isOpen && (
          <>
            <Button type="submit" name="do" value="save" formNoValidate>
              {t('mine.save')}
              <span className="sr-only">: {measure.title}</span>
            </Button>
            <span className="text-sm text-ink-2">{t('mine.saveHint', { body: body.code })}</span>
          </>
        )}
      </div>
    </Form>
  )
}
