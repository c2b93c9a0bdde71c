import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { TextArea } from '#app/components/text-area'
import { useFormReply } from '#app/use-form-reply'
import { LONGEST_PASSAGE } from '#server/discussions/discussion.shared'
import { CommentField } from './comment-field'
import { type Composing, useDiscussionState } from './discussion-context'
import { useDraft } from './drafts'
import { PassageChoice } from './passage-choice'
import { WordDifference } from './word-difference'

/** Says something about a passage, or proposes other words for it. */
export function Composer({
  measureId,
  composing,
  onChange,
}: {
  measureId: string
  composing: Composing
  onChange: (composing: Composing | null) => void
}) {
  const { t } = useTranslation(['discussions', 'errors'])
  const discussion = useDiscussionState()
  const { kind, passage } = composing
  const isProposal = kind === 'proposal'
  const said = useDraft('compose')
  const rewritten = useDraft('compose-replacement')
  const [replacement, setReplacement] = useState(rewritten.text)
  const [problem, setProblem] = useState<string>()
  const form = useRef<HTMLFormElement>(null)
  const close = () => {
    said.drop()
    rewritten.drop()
    onChange(null)
    discussion?.text?.focus()
  }
  const { Form, formProps, errors, isBusy } = useFormReply(isProposal ? 'propose-wording' : 'open-thread', {
    onDone: close,
  })

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    formProps.onSubmit(event)
    setProblem(undefined)
    const mark = passage && discussion?.text?.mark(passage)
    if (!mark) {
      event.preventDefault()
      setProblem(t('composer.gone'))
    } else if (isProposal && mark.quote !== passage.quote) {
      event.preventDefault()
      onChange({ kind, passage: { ...passage, quote: mark.quote } })
      setProblem(t('composer.changed'))
    } else {
      for (const name of ['from', 'to', 'quote'] as const) {
        const field = form.current?.elements.namedItem(name)
        if (field instanceof HTMLInputElement) field.value = mark[name]
        if (field instanceof HTMLTextAreaElement) field.value = mark[name]
      }
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
  }
  const error = problem ?? errors['']
  return (
    <Form
      {...formProps}
      ref={form}
      action={`/measures/${measureId}`}
      className="composer"
      aria-label={t(isProposal ? 'composer.proposal' : 'composer.comment')}
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
    >
      <input type="hidden" name="intent" value={isProposal ? 'propose-wording' : 'open-thread'} />
      <input type="hidden" name="from" />
      <input type="hidden" name="to" />
      <textarea name="quote" hidden readOnly />
      <h3>{t(isProposal ? 'composer.proposal' : 'composer.comment')}</h3>
      <PassageChoice passage={passage} onChoose={found => onChange({ kind, passage: found })} />
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      {isProposal && passage && (
        <>
          <TextArea
            key={passage.words.join()}
            name="replacement"
            label={t('composer.replacement')}
            hint={t('composer.lines')}
            defaultValue={replacement ?? passage.quote}
            error={errors.replacement}
            maxLength={LONGEST_PASSAGE * 2}
            rows={Math.min(10, Math.max(3, Math.ceil(passage.quote.length / 32)))}
            className="serif"
            lang="nl"
            autoFocus
            onInput={event => {
              setReplacement(event.currentTarget.value)
              rewritten.keep(event.currentTarget.value)
            }}
          />
          {replacement !== undefined && replacement !== passage.quote && (
            <div className="preview">
              <span className="label">{t('composer.preview')}</span>
              <WordDifference before={passage.quote} after={replacement} />
            </div>
          )}
        </>
      )}
      <CommentField
        label={t(isProposal ? 'composer.why' : 'composer.text')}
        error={errors.text}
        optional={isProposal}
        autoFocus={!isProposal && passage !== null}
        defaultValue={said.text}
        onText={said.keep}
      />
      <div className="actions">
        <Button type="submit" small variant="primary">
          {isBusy ? t('sending') : t(isProposal ? 'composer.sendProposal' : 'composer.sendComment')}
        </Button>
        <Button small variant="ghost" onClick={close}>
          {t('cancel')}
        </Button>
      </div>
    </Form>
  )
}
