import { z } from 'zod'
import type { DecisionResult, DecisionWay } from '../decisions/decision.shared'
import type { AgendaItemKind } from '../meetings/meeting.shared'
import type { Attendee } from '../meetings/meeting-detail.shared'

export const minutesStates = ['draft', 'for-comment', 'approved'] as const
export type MinutesState = (typeof minutesStates)[number]

/** How far minutes are: a draft until they go round and when they are taken back, approved once they are frozen. */
export const minutesState = (
  minutes: { frozenAt: Date | null; takenBackAt: Date | null } | undefined | null,
): MinutesState => (!minutes || minutes.takenBackAt ? 'draft' : minutes.frozenAt ? 'approved' : 'for-comment')

/** A body as the minutes name it: as it was called then. */
export interface NamedBody {
  code: string
  name: string
}

export interface MinutedMeasure {
  number: number | null
  title: string
}

export interface MinutedDecision {
  id: string
  year: number
  number: number
  title: string
  text: string
  result: DecisionResult
  reachedBy: DecisionWay
  /** 'YYYY-MM-DD' */
  decidedOn: string
  reservations: { body: NamedBody; text: string }[]
  measures: (MinutedMeasure & { version: number })[]
}

/** What the meeting gave to do, as it was given. */
export interface MinutedAction {
  title: string
  body: NamedBody
  personName: string | null
  /** 'YYYY-MM-DD' */
  dueOn: string | null
}

export interface MinutedItem {
  id: string
  position: number
  kind: AgendaItemKind
  title: string
  summary: string
  presenter: NamedBody | null
  measures: MinutedMeasure[]
  /** what was written about it: a document of the text schema (ProseMirror); null: nothing */
  text: object | null
  decisions: MinutedDecision[]
  actions: MinutedAction[]
}

/**
 * All that minutes say. Frozen, it is kept in its canonical form, and what the page and the files show is made of that. Moments are
 * in UTC, as ISO 8601. Whatever is added to it later is optional: what was frozen before must still be read.
 */
export interface MinutesContent {
  format: 'samenspraak-minutes/1'
  group: string
  meeting: {
    id: string
    title: string
    startsAt: string
    startedAt: string | null
    endedAt: string | null
    location: string | null
    isDemo: boolean
  }
  attendance: (Pick<Attendee, 'capacity' | 'description' | 'presence' | 'isLate'> & {
    body: NamedBody
    personName: string | null
    /** before the end; null: stayed, or nobody noted it */
    leftAt: string | null
    representedBy: NamedBody | null
  })[]
  items: MinutedItem[]
  /** taken outside of the agenda */
  otherDecisions: MinutedDecision[]
}

export const commentOutcomes = ['taken-in', 'not-taken-in', 'answered'] as const
export type CommentOutcome = (typeof commentOutcomes)[number]

/** What became of a comment. */
export interface CommentAnswer {
  outcome: CommentOutcome
  /** why; '' for nothing, of what was taken in */
  text: string
  byCode: string
  byName: string
  at: Date
}

export interface MinutesComment {
  id: string
  agendaItemId: string | null
  text: string
  madeAt: Date
  personName: string
  body: { id: string; code: string; name: string; colour: number }
  /** the oldest first; the last one counts */
  answers: CommentAnswer[]
}

/** A later meeting that could approve minutes. */
export interface ApprovingMeeting {
  id: string
  title: string
  startsAt: Date
  /** those by which no other minutes are approved */
  items: { id: string; position: number; title: string }[]
}

const text = z.string({ error: 'required' }).trim().min(1, 'required').max(5000, 'too-long')
const record = z.guid({ error: 'choose-one' })

export const sendMinutesInput = z.object({ commentUntil: z.iso.date({ error: 'not-a-date' }) })
export type SendMinutesInput = z.infer<typeof sendMinutesInput>

export const commentMinutesInput = z.object({
  /** left out: about the minutes as a whole */
  agendaItemId: record.optional(),
  text,
})
export type CommentMinutesInput = z.infer<typeof commentMinutesInput>

export const answerCommentInput = z
  .object({
    commentId: record,
    outcome: z.enum(commentOutcomes, { error: 'choose-one' }),
    text: z.string().trim().max(2000, 'too-long').default(''),
  })
  .refine(({ outcome, text }) => outcome === 'taken-in' || text !== '', { error: 'reason-required', path: ['text'] })
export type AnswerCommentInput = z.infer<typeof answerCommentInput>

/** Where a later meeting approves them: an item of its agenda, or a new one at its end. */
export const tableMinutesInput = z.object({
  meetingId: record,
  agendaItemId: record.optional(),
  /** of a new item */
  title: z.string().trim().min(1).max(200),
})
export type TableMinutesInput = z.infer<typeof tableMinutesInput>
