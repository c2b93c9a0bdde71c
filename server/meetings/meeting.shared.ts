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
})
export type PlanMeetingInput = z.infer<typeof planMeetingInput>

export const addAgendaItemInput = z.object({
  meetingId: record,
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
  measureIds: z.array(record).max(50, 'too-many').default([]),
})
export type AddAgendaItemInput = z.infer<typeof addAgendaItemInput>

export const moveAgendaItemInput = z.object({ agendaItemId: record, direction: z.enum(['up', 'down']) })
export type MoveAgendaItemInput = z.infer<typeof moveAgendaItemInput>
