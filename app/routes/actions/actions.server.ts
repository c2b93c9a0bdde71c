import { data } from '@remix-run/node'
import type { z } from 'zod'
import { answerForm } from '#app/answer-form.server'
import {
  addActionInput,
  dropActionInput,
  finishActionInput,
  moveActionInput,
  noteActionInput,
  reopenActionInput,
} from '#server/actions/action.shared'
import { addAction } from '#server/actions/add-action'
import { dropAction, finishAction, moveAction, noteAction, reopenAction } from '#server/actions/take-step'
import type { Actor } from '#server/auth/actor.shared'
import type { AppContext, Trx } from '#server/context'

/** Does what a form about an action asks, wherever it stands. */
export async function answerActions(asked: { request: Request; context: AppContext }, actor: Actor) {
  const form = await asked.request.formData()
  const answer = <Schema extends z.ZodType>(
    schema: Schema,
    write: (trx: Trx, actor: Actor, input: z.output<Schema>) => Promise<unknown>,
  ) =>
    answerForm(asked, {
      form,
      schema,
      page: '/actions',
      async write(trx, input) {
        await write(trx, actor, input)
        return undefined
      },
    })
  switch (form.get('intent')) {
    case 'add-action':
      return answer(addActionInput, addAction)
    case 'note-action':
      return answer(noteActionInput, noteAction)
    case 'finish-action':
      return answer(finishActionInput, finishAction)
    case 'move-action':
      return answer(moveActionInput, moveAction)
    case 'drop-action':
      return answer(dropActionInput, dropAction)
    case 'reopen-action':
      return answer(reopenActionInput, reopenAction)
    default:
      throw data(null, { status: 400 })
  }
}
