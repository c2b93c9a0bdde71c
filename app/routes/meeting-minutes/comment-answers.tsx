import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Note } from '#app/components/note'
import { Pill, type Tone } from '#app/components/pill'
import { Select } from '#app/components/select'
import { TextInput } from '#app/components/text-input'
import { useFormat } from '#app/i18n/use-format'
import { useFormReply } from '#app/use-form-reply'
import { type CommentAnswer, type CommentOutcome, commentOutcomes } from '#server/minutes/minutes.shared'

const tones: Record<CommentOutcome, Tone> = { 'taken-in': 'ok', 'not-taken-in': 'warn', answered: 'info' }

interface Props {
  commentId: string
  answers: CommentAnswer[]
  canAnswer: boolean
}

/** What became of a comment, and for who writes the minutes, a way to say so. */
export function CommentAnswers({ commentId, answers, canAnswer }: Props) {
  const { t } = useTranslation('minutes')
  const format = useFormat()
  return (
    <>
      {answers.map(({ outcome, text, byCode, byName, at }) => (
        <p key={at.toISOString()} className="answer">
          <Pill tone={tones[outcome]}>{t(`outcomes.${outcome}`)}</Pill> {text && <span lang="nl">{text}</span>}{' '}
          <span className="text-ink-3">
            {byCode}, {byName}, {format.date(at)}
          </span>
        </p>
      ))}
      {canAnswer && <AnswerForm commentId={commentId} isAgain={answers.length > 0} />}
    </>
  )
}

function AnswerForm({ commentId, isAgain }: { commentId: string; isAgain: boolean }) {
  const { t } = useTranslation('minutes')
  const details = useRef<HTMLDetailsElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const { Form, formProps, isBusy, errors, values } = useFormReply('answer-comment', {
    isMine: sent => sent.commentId === commentId,
    onDone: () => {
      form.current?.reset()
      if (details.current) details.current.open = false
    },
  })
  const isWrong = Object.keys(errors).length > 0
  return (
    <details ref={details} open={isWrong || undefined}>
      <summary>{t(isAgain ? 'answerAgain' : 'answer')}</summary>
      <Form {...formProps} ref={form}>
        <input type="hidden" name="commentId" value={commentId} />
        {errors[''] && (
          <Note tone="bad" role="alert">
            {errors['']}
          </Note>
        )}
        <Select name="outcome" label={t('outcome')} defaultValue={values.outcome} error={errors.outcome}>
          {commentOutcomes.map(outcome => (
            <option key={outcome} value={outcome}>
              {t(`outcomes.${outcome}`)}
            </option>
          ))}
        </Select>
        <TextInput
          name="text"
          label={t('answerText')}
          hint={t('answerHint')}
          defaultValue={isWrong ? values.text : undefined}
          error={errors.text}
        />
        <Button type="submit" small name="intent" value="answer-comment" disabled={isBusy}>
          {t('placeAnswer')}
        </Button>
      </Form>
    </details>
  )
}
