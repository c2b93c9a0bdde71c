import { z } from 'zod'
import { answerSubmission } from '#app/answer-submission.server'
import type { Actor } from '#server/auth/actor.shared'
import type { AppContext, Trx } from '#server/context'
import { recordDecisionInput } from '#server/decisions/decision.shared'
import { recordDecision } from '#server/decisions/record-decision'
import { addAgendaItem } from '#server/meetings/add-agenda-item'
import { changeAgendaItem } from '#server/meetings/change-agenda-item'
import { concludeMeeting } from '#server/meetings/conclude-meeting'
import { addAgendaItemInput, changeAgendaItemInput } from '#server/meetings/meeting.shared'
import { startMeeting } from '#server/meetings/start-meeting'
import { approveMinutes } from '#server/minutes/approve-minutes'
import { answerOperation } from './operations.server'

interface Asked {
  request: Request
  context: AppContext
}

/**
 * Does what a form of a meeting asks, on its page or while it is in session; `what` says which form it was.
 * @param place `page`: where the reader goes on
 */
export async function answerMeeting(
  asked: Asked,
  actor: Actor,
  { meetingId, page }: { meetingId: string; page: string },
  form: FormData,
) {
  const answer = <Schema extends z.ZodType>(
    schema: Schema,
    write: (trx: Trx, input: z.output<Schema>) => Promise<string>,
  ) => answerSubmission(asked.context, form, schema, write)

  switch (form.get('what')) {
    case 'record-decision':
      return answer(recordDecisionInput, async (trx, input) => {
        const { id } = await recordDecision(trx, actor, input)
        await approveMinutes(trx, actor, { ...input, decisionId: id })
        return `${page}?item=${input.agendaItemId}`
      })
    case 'add-item':
      form.set('meetingId', meetingId)
      return answer(addAgendaItemInput, async (trx, input) => `${page}?item=${await addAgendaItem(trx, actor, input)}`)
    case 'change-item':
      return answer(changeAgendaItemInput, async (trx, input) => {
        await changeAgendaItem(trx, actor, input)
        return `${page}?item=${input.agendaItemId}`
      })
    case 'start':
      return answer(z.object({}), async trx => {
        await startMeeting(trx, actor, meetingId)
        return `/meetings/${meetingId}/session`
      })
    case 'conclude':
      return answer(z.object({}), async trx => {
        await concludeMeeting(trx, actor, meetingId)
        return `/meetings/${meetingId}`
      })
    default:
      // Small forms read a FormReply from their own fetcher; what the page itself gets is of the forms above.
      return answerOperation(asked, actor, { meetingId, page }, form) as never
  }
}
