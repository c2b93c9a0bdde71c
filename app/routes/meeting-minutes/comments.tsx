import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Note } from '#app/components/note'
import { SectorChip } from '#app/components/sector-chip'
import { TextArea } from '#app/components/text-area'
import { useFormat } from '#app/i18n/use-format'
import { useFormReply } from '#app/use-form-reply'
import type { MinutesComment } from '#server/minutes/minutes.shared'
import { CommentAnswers } from './comment-answers'

interface Props {
  /** null: about the minutes as a whole */
  itemId: string | null
  comments: MinutesComment[]
  canComment: boolean
  canAnswer: boolean
}

/** What was said about a part of the minutes, and for who was there, a way to say more. */
export function Comments({ itemId, comments, canComment, canAnswer }: Props) {
  const { t } = useTranslation('minutes')
  const format = useFormat()
  if (comments.length === 0 && !canComment) return null
  return (
    <div className="minutes-comments">
      {comments.length > 0 && (
        <ul aria-label={t('commentsOn')}>
          {comments.map(({ id, text, madeAt, personName, body, answers }) => (
            <li key={id}>
              <p className="by">
                <SectorChip {...body} /> <strong>{personName}</strong>{' '}
                <time dateTime={madeAt.toISOString()}>{format.date(madeAt)}</time>
              </p>
              <p className="said">{text}</p>
              <CommentAnswers commentId={id} answers={answers} canAnswer={canAnswer} />
            </li>
          ))}
        </ul>
      )}
      {canComment && <CommentForm itemId={itemId} />}
    </div>
  )
}

function CommentForm({ itemId }: { itemId: string | null }) {
  const { t } = useTranslation('minutes')
  const details = useRef<HTMLDetailsElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const { Form, formProps, isBusy, errors, values } = useFormReply('comment', {
    isMine: sent => (sent.agendaItemId ?? '') === (itemId ?? ''),
    onDone: () => {
      form.current?.reset()
      if (details.current) details.current.open = false
    },
  })
  return (
    <details ref={details} open={Boolean(errors.text || errors['']) || undefined}>
      <summary>{t(itemId ? 'commentOn' : 'commentAll')}</summary>
      <Form {...formProps} ref={form}>
        {itemId && <input type="hidden" name="agendaItemId" value={itemId} />}
        {errors[''] && (
          <Note tone="bad" role="alert">
            {errors['']}
          </Note>
        )}
        <TextArea
          name="text"
          label={t('commentLabel')}
          hint={t('commentHint')}
          error={errors.text}
          defaultValue={errors.text ? values.text : undefined}
          required
        />
        <Button type="submit" small name="intent" value="comment" disabled={isBusy}>
          {t('placeComment')}
        </Button>
      </Form>
    </details>
  )
}
