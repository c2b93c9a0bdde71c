import { data } from '@remix-run/node'
import { z } from 'zod'
import { answerForm } from '#app/answer-form.server'
import { publicBase } from '#app/public-base.server'
import type { Actor } from '#server/auth/actor.shared'
import { sendOutAgenda } from '#server/calendars/send-out-agenda'
import type { AppContext, Trx } from '#server/context'
import { fillFromTemplate, saveTemplate } from '#server/meetings/agenda-templates'
import { addAttendeeInput, changeAttendanceInput, confirmPresentInput } from '#server/meetings/attendance.shared'
import { confirmPresent } from '#server/meetings/confirm-present'
import { askFloor, endFloor, giveFloor } from '#server/meetings/floor'
import { addAttendee, changeAttendance, expectMembers, leaveMeeting } from '#server/meetings/keep-attendance'
import {
  moveAgendaItemInput,
  removeAgendaItemInput,
  saveTemplateInput,
  sendAgendaInput,
  transferAgendaItemInput,
} from '#server/meetings/meeting.shared'
import { moveAgendaItem } from '#server/meetings/move-agenda-item'
import { removeAgendaItem } from '#server/meetings/remove-agenda-item'
import { extendItem, openItem, runClock } from '#server/meetings/run-session'
import { extendItemInput, openItemInput, runClockInput } from '#server/meetings/session.shared'
import { transferAgendaItem } from '#server/meetings/transfer-agenda-item'
import { tableMinutesInput } from '#server/minutes/minutes.shared'
import { tableMinutes } from '#server/minutes/table-minutes'
import { invitationWords } from './invitation-words.server'

interface Asked {
  request: Request
  context: AppContext
}

const record = z.guid()
const ofMeeting = z.object({ meetingId: record })
const oneRequest = ofMeeting.extend({ requestId: record })

/** Does what a small form of a meeting asks, on its page or while it is in session; `what` says which form it was. */
export async function answerOperation(
  asked: Asked,
  actor: Actor,
  { meetingId, page }: { meetingId: string; page: string },
  form: FormData,
) {
  form.set('meetingId', meetingId)
  const answer = <Schema extends z.ZodType>(
    schema: Schema,
    write: (trx: Trx, actor: Actor, input: z.output<Schema>) => Promise<unknown>,
  ) =>
    answerForm(asked, {
      form,
      schema,
      input: read(form),
      page,
      write: async (trx, input) => {
        await write(trx, actor, input)
        return undefined
      },
    })

  switch (form.get('what')) {
    case 'move-item':
      return answer(moveAgendaItemInput, moveAgendaItem)
    case 'remove-item':
      return answer(removeAgendaItemInput, removeAgendaItem)
    case 'transfer-item':
      return answer(transferAgendaItemInput, transferAgendaItem)
    case 'table-minutes':
      return answer(tableMinutesInput.extend({ minutesOf: record }), (trx, actor, { minutesOf, ...input }) =>
        tableMinutes(trx, actor, minutesOf, input),
      )
    case 'save-template':
      return answer(saveTemplateInput, saveTemplate)
    case 'use-template':
      return answer(ofMeeting.extend({ templateId: z.guid('choose-one') }), fillFromTemplate)
    case 'send-agenda':
      return answer(sendAgendaInput, (trx, actor, input) =>
        sendOutAgenda(trx, actor, input, { base: publicBase(asked), words: invitationWords() }),
      )
    case 'open-item':
      return answer(openItemInput, openItem)
    case 'run-clock':
      return answer(runClockInput, runClock)
    case 'extend-item':
      return answer(extendItemInput, extendItem)
    case 'ask-floor':
      return answer(ofMeeting, askFloor)
    case 'give-floor':
      return answer(oneRequest, giveFloor)
    case 'end-floor':
      return answer(oneRequest, endFloor)
    case 'expect-members':
      return answer(ofMeeting, expectMembers)
    case 'add-attendee':
      return answer(addAttendeeInput, addAttendee)
    case 'change-attendance':
      return answer(changeAttendanceInput, changeAttendance)
    case 'leave':
      return answer(z.object({ attendanceId: record }), leaveMeeting)
    case 'confirm-present':
      return answer(confirmPresentInput, confirmPresent)
    default:
      throw data(null, { status: 400 })
  }
}

/** What a form means: fields left empty are left out, numbers are numbers, and people are a list. */
function read(form: FormData) {
  const input: Record<string, unknown> = {}
  for (const [name, value] of form) if (typeof value === 'string' && value !== '') input[name] = value
  for (const name of ['place', 'minutes']) if (name in input) input[name] = Number(input[name])
  if ('run' in input) input.run = input.run === 'true'
  if (form.has('personIds')) input.personIds = form.getAll('personIds')
  return input
}
