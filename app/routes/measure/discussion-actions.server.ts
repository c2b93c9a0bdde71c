import type { ActionFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { answerForm } from '#app/answer-form.server'
import type { Actor } from '#server/auth/actor.shared'
import type { Trx } from '#server/context'
import { acceptProposal } from '#server/discussions/accept-proposal'
import { addComment } from '#server/discussions/add-comment'
import { editComment, removeComment } from '#server/discussions/change-comment'
import {
  acceptProposalInput,
  addCommentInput,
  declineProposalInput,
  editCommentInput,
  openThreadInput,
  proposeWordingInput,
  removeCommentInput,
  threadInput,
} from '#server/discussions/discussion.shared'
import { openThread } from '#server/discussions/open-thread'
import { proposeWording } from '#server/discussions/propose-wording'
import { reopenThread, resolveThread } from '#server/discussions/resolve-thread'
import { declineProposal, withdrawProposal } from '#server/discussions/settle-proposal'

/** What the forms of a discussion do, by their `intent`; undefined for another's. */
export function actOnDiscussion({ request, context, params }: ActionFunctionArgs, actor: Actor, form: FormData) {
  const fields = Object.fromEntries(form)
  const { from, to, quote, ...rest } = fields
  const input = { ...rest, measureId: params.id, ...(from && { passage: { from, to, quote } }) }
  const thread = form.get('threadId')
  const page = `/measures/${params.id}${thread ? `?thread=${thread}` : ''}#discussion`
  const answer = <Schema extends z.ZodType>(
    schema: Schema,
    write: (trx: Trx, actor: Actor, input: z.output<Schema>) => Promise<unknown>,
  ) =>
    answerForm(
      { request, context },
      {
        form,
        page,
        schema,
        input,
        fieldOf: ([field = '']) => (field === 'passage' || field === 'threadId' ? '' : String(field)),
        write: async (trx, input) => void (await write(trx, actor, input)),
      },
    )
  switch (form.get('intent')) {
    case 'open-thread':
      return answer(openThreadInput, openThread)
    case 'propose-wording':
      return answer(proposeWordingInput, proposeWording)
    case 'add-comment':
      return answer(addCommentInput, addComment)
    case 'edit-comment':
      return answer(editCommentInput, editComment)
    case 'remove-comment':
      return answer(removeCommentInput, removeComment)
    case 'resolve-thread':
      return answer(threadInput, resolveThread)
    case 'reopen-thread':
      return answer(threadInput, reopenThread)
    case 'accept-proposal':
      return answer(acceptProposalInput, acceptProposal)
    case 'decline-proposal':
      return answer(declineProposalInput, declineProposal)
    case 'withdraw-proposal':
      return answer(threadInput, withdrawProposal)
  }
}
