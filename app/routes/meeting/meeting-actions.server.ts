import { data } from '@remix-run/node'
import { z } from 'zod'
import { answerSubmission } from '#app/answer-submission.server'
import type { Actor } from '#server/auth/actor.shared'
import type { AppContext, Trx } from '#server/context'
import { recordDecisionInput } from '#server/decisions/decision.shared'
import { recordDecision } from '#server/decisions/record-decision'
import { addAgendaItem } from '#server/meetings/add-agenda-item'
import { concludeMeeting } from '#server/meetings/conclude-meeting'
import { addAgendaItemInput, moveAgendaItemInput } from '#server/meetings/meeting.shared'
import { moveAgendaItem } from '#server/meetings/move-agenda-item'
import { startMeeting } from '#server/meetings/start-meeting'

/** Does what a form of the page of a meeting asks; `what` says which form it was. */
export async function answerMeeting(context: AppContext, actor: Actor, meetingId: string, form: FormData) {
  const page = `/meetings/${meetingId}`
  const answer = <Schema extends z.ZodType>(
    schema: Schema,
    write: (trx: Trx, input: z.output<Schema>) => Promise<string>,
  ) => answerSubmission(context, form, schema, write)

  switch (form.get('what')) {
    case 'record-decision':
      return answer(recordDecisionInput, async (trx, input) => {
        await recordDecision(trx, actor, input)
        return `${page}?item=${input.agendaItemId}`
      })
    case 'add-item':
      form.set('meetingId', meetingId)
      return answer(addAgendaItemInput, async (trx, input) => `${page}?item=${await addAgendaItem(trx, actor, input)}`)
    case 'move-item':
      return answer(
        moveAgendaItemInput.extend({ current: z.string().optional() }),
        async (trx, { current, ...input }) => {
          await moveAgendaItem(trx, actor, input)
          return current ? `${page}?item=${current}` : page
        },
      )
    case 'start':
      return answer(z.object({}), async trx => {
        await startMeeting(trx, actor, meetingId)
        return page
      })
    case 'conclude':
      return answer(z.object({}), async trx => {
        await concludeMeeting(trx, actor, meetingId)
        return page
      })
    default:
      throw data(null, { status: 400 })
  }
}
