import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { answerForm } from '#app/answer-form.server'
import { requireActor } from '#app/session.server'
import { answerComment } from '#server/minutes/answer-comment'
import { finishMinutes } from '#server/minutes/approve-minutes'
import { commentMinutes } from '#server/minutes/comment-minutes'
import {
  answerCommentInput,
  commentMinutesInput,
  sendMinutesInput,
  tableMinutesInput,
} from '#server/minutes/minutes.shared'
import { sendMinutes } from '#server/minutes/send-minutes'
import { tableMinutes } from '#server/minutes/table-minutes'
import { takeBackMinutes } from '#server/minutes/take-back-minutes'

/** Does what a form of the page of minutes asks; `intent` says which form it was. */
export async function answerMinutes({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context })
  const form = await request.formData()
  const meetingId = params.id ?? ''
  const asked = { request, context }
  const work = { form, page: `/meetings/${meetingId}/minutes` }
  const { agendaItemId, ...fields } = Object.fromEntries(form)
  switch (form.get('intent')) {
    case 'send':
      return answerForm(asked, {
        ...work,
        schema: sendMinutesInput,
        write: async (trx, input) => void (await sendMinutes(trx, actor, { ...input, meetingId })),
      })
    case 'comment':
      return answerForm(asked, {
        ...work,
        schema: commentMinutesInput,
        input: { ...fields, ...(agendaItemId && { agendaItemId }) },
        write: async (trx, input) => void (await commentMinutes(trx, actor, { ...input, meetingId })),
      })
    case 'answer-comment':
      return answerForm(asked, {
        ...work,
        schema: answerCommentInput,
        write: async (trx, input) => void (await answerComment(trx, actor, { ...input, meetingId })),
      })
    case 'table': {
      // Which meeting, and perhaps which of its items.
      const [later, item] = String(form.get('place') ?? '').split(' ')
      return answerForm(asked, {
        ...work,
        schema: tableMinutesInput,
        input: { meetingId: later, title: form.get('title'), ...(item && { agendaItemId: item }) },
        fieldOf: () => 'place',
        write: async (trx, input) => void (await tableMinutes(trx, actor, meetingId, input)),
      })
    }
    case 'take-back':
      return answerForm(asked, {
        ...work,
        schema: z.object({}),
        write: async trx => void (await takeBackMinutes(trx, actor, meetingId)),
      })
    case 'finish':
      return answerForm(asked, {
        ...work,
        schema: z.object({}),
        write: async trx => void (await finishMinutes(trx, actor, meetingId)),
      })
    default:
      throw new Response('invalid', { status: 400 })
  }
}
