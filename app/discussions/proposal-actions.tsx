import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { TextArea } from '#app/components/text-area'
import { useToast } from '#app/components/toast'
import { useFormReply } from '#app/use-form-reply'
import type { Thread } from '#server/discussions/discussion.shared'
import { ActionButton } from './action-button'
import { useDraft } from './drafts'
import { FoldedForm } from './folded-form'

/** What an editor does about proposed wording, and who proposed it. */
export function ProposalActions({ measureId, thread }: { measureId: string; thread: Thread }) {
  const { t } = useTranslation('discussions')
  const toast = useToast()
  const { id, passage, quote, can } = thread
  return (
    <>
      {can.settle && passage !== null && (
        <ActionButton
          measureId={measureId}
          intent="accept-proposal"
          fields={{ threadId: id, onto: passage }}
          variant={passage === quote ? 'primary' : undefined}
          onDone={() => toast(t('proposal.acceptedToast'))}
        >
          {t(passage === quote ? 'proposal.accept' : 'proposal.acceptAnyway')}
        </ActionButton>
      )}
      {can.settle && (
        <FoldedForm opens={t('proposal.decline')} draftKey={`decline ${id}`}>
          {() => <DeclineForm measureId={measureId} threadId={id} />}
        </FoldedForm>
      )}
      {can.withdraw && (
        <ActionButton measureId={measureId} intent="withdraw-proposal" fields={{ threadId: id }} variant="ghost">
          {t('proposal.withdraw')}
        </ActionButton>
      )}
    </>
  )
}

function DeclineForm({ measureId, threadId }: { measureId: string; threadId: string }) {
  const { t } = useTranslation('discussions')
  const draft = useDraft(`decline ${threadId}`)
  const { Form, formProps, errors, values } = useFormReply('decline-proposal', {
    isMine: values => values.threadId === threadId,
    onDone: draft.drop,
  })
  return (
    <Form {...formProps} action={`/measures/${measureId}`} className="comment-form">
      <input type="hidden" name="intent" value="decline-proposal" />
      <input type="hidden" name="threadId" value={threadId} />
      <TextArea
        name="reason"
        label={t('proposal.reason')}
        hint={t('proposal.reasonHint')}
        defaultValue={values.reason ?? draft.text}
        error={errors.reason ?? errors['']}
        maxLength={2000}
        onInput={event => draft.keep(event.currentTarget.value)}
        required
      />
      <div className="actions">
        <Button type="submit" small>
          {t('proposal.declineNow')}
        </Button>
      </div>
    </Form>
  )
}
