import { z } from 'zod'

/** The closed lists of a meeting and its agenda, in the order in which they come or are offered. */
export const meetingStatuses = ['planned', 'in-session', 'concluded', 'minutes-approved'] as const
export const agendaItemKinds = ['information', 'discussion', 'decision'] as const
export type MeetingStatus = (typeof meetingStatuses)[number]
export type AgendaItemKind = (typeof agendaItemKinds)[number]

/** Where the group meets, so that a day and an hour are a moment. */
export const MEETING_TIME_ZONE = 'Europe/Brussels'

const title = z.string({ error: 'required' }).trim().min(1, 'required').max(200, 'too-long')
const record = z.guid({ error: 'choose-one' })

export const planMeetingInput = z.object({
  title,
  date: z.iso.date({ error: 'not-a-date' }),
  /** 'HH:MM', where the group meets */
  time: z.string({ error: 'not-a-time' }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not-a-time'),
  location: z.string().trim().max(200, 'too-long').default(''),
  /** what its agenda begins with */
  templateId: record.optional(),
})
export type PlanMeetingInput = z.infer<typeof planMeetingInput>

/** Why an item is proposed for an agenda, the most pressing first. */
export const proposalReasons = [
  'minutes',
  'carried-over',
  'overdue-action',
  'unapplied-effect',
  'open-condition',
  'closed-round',
  'late-milestone',
  'no-lead',
  'stale',
] as const
export type ProposalReason = (typeof proposalReasons)[number]

const agendaItemFields = z.object({
  kind: z.enum(agendaItemKinds, { error: 'choose-one' }),
  title,
  summary: z.string().trim().max(5000, 'too-long').default(''),
  minutes: z
    .number({ error: 'not-a-number' })
    .int('not-a-number')
    .min(1, 'not-a-number')
    .max(600, 'not-a-number')
    .optional(),
  presenterBodyId: record.optional(),
  measureIds: z.array(record).max(50, 'too-many-items').default([]),
  roundIds: z.array(record).max(20, 'too-many-items').default([]),
  links: z
    .array(
      z.object({
        title: z.string({ error: 'required' }).trim().min(1, 'required').max(200, 'too-long'),
        url: z.url({ protocol: /^https?$/, error: 'not-an-address' }).max(2000, 'too-long'),
      }),
    )
    .max(20, 'too-many-items')
    .default([]),
})

export const addAgendaItemInput = agendaItemFields.extend({
  meetingId: record,
  /** why it was proposed, and which record for: it is then not proposed again */
  proposedFor: z.enum(proposalReasons).exclude(['carried-over']).optional(),
  proposedSubjectId: record.optional(),
  /** at the end of the agenda unless told otherwise; counted from 1 */
  place: z.number().int().min(1).max(1000).optional(),
})
export type AddAgendaItemInput = z.infer<typeof addAgendaItemInput>

export const changeAgendaItemInput = agendaItemFields.extend({
  agendaItemId: record,
  /** the one that was seen; another one now means that somebody changed it meanwhile */
  revision: z.number().int().min(1),
})
export type ChangeAgendaItemInput = z.infer<typeof changeAgendaItemInput>

/** One place up or down, or to a place, counted from 1. */
export const moveAgendaItemInput = z
  .object({
    agendaItemId: record,
    direction: z.enum(['up', 'down']).optional(),
    place: z.number().int().min(1).max(1000).optional(),
  })
  .refine(({ direction, place }) => (direction === undefined) !== (place === undefined), 'choose-one')
export type MoveAgendaItemInput = z.infer<typeof moveAgendaItemInput>

export const removeAgendaItemInput = z.object({ agendaItemId: record })

/** To another meeting, a copy of it, or the rest of it once the meeting is over. */
export const transferAgendaItemInput = z.object({
  agendaItemId: record,
  how: z.enum(['move', 'copy', 'carry-over']),
  toMeetingId: record,
})
export type TransferAgendaItemInput = z.infer<typeof transferAgendaItemInput>

export const saveTemplateInput = z.object({
  meetingId: record,
  name: z.string({ error: 'required' }).trim().min(1, 'required').max(100, 'too-long'),
})
export type SaveTemplateInput = z.infer<typeof saveTemplateInput>

export const sendAgendaInput = z.object({
  meetingId: record,
  note: z.string().trim().max(2000, 'too-long').default(''),
})
export type SendAgendaInput = z.infer<typeof sendAgendaInput>
