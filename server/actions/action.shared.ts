import { z } from 'zod'
import type { BodyMark } from '../bodies/body.shared'
import type { ServedCondition } from '../positions/condition.shared'

/** The closed lists of an action, in the order in which they are offered. */
export const actionStates = ['open', 'done', 'dropped'] as const
export const actionOrigins = ['decision', 'agenda-item', 'thread', 'report', 'none'] as const
export const actionSteps = ['note', 'moved', 'done', 'dropped', 'reopened'] as const
export type ActionState = (typeof actionStates)[number]
export type ActionOrigin = (typeof actionOrigins)[number]
export type ActionStep = (typeof actionSteps)[number]

const record = z.guid({ error: 'choose-one' })
// A form sends an empty text for what was left out.
const orNothing = <T extends z.ZodType>(type: T) => z.preprocess(value => value || undefined, type.optional())
const title = z.string({ error: 'required' }).trim().min(1, 'required').max(300, 'too-long')
const line = (missing: string) => z.string({ error: missing }).trim().min(1, missing).max(2000, 'too-long')
const day = z.iso.date({ error: 'not-a-date' })

/** An action in a row of a form: who does what by when. */
export const actionRow = z.object({
  title,
  bodyId: record,
  personId: orNothing(record),
  dueOn: orNothing(day),
})

export const addActionInput = actionRow.extend({
  measureId: orNothing(record),
  /** what it follows from: at most one of these */
  agendaItemId: orNothing(record),
  threadId: orNothing(record),
  reportId: orNothing(record),
})
export type AddActionInput = z.infer<typeof addActionInput>

const actionItemId = record
export const noteActionInput = z.object({ actionItemId, text: line('required') })
export const finishActionInput = z.object({ actionItemId, text: line('how-required') })
export const dropActionInput = z.object({ actionItemId, text: line('reason-required') })
export const reopenActionInput = z.object({ actionItemId, text: line('reason-required') })
export const moveActionInput = z.object({ actionItemId, dueOn: orNothing(day), text: line('reason-required') })
/** A line about an action: a note, how it was done, or why it is dropped or taken up again. */
export type ActionLineInput = z.infer<typeof noteActionInput>
export type MoveActionInput = z.infer<typeof moveActionInput>

/** A note, or a change of where an action stands. */
export interface ActionStepLine {
  step: ActionStep
  text: string
  /** of `moved`: 'YYYY-MM-DD' */
  dueBefore: string | null
  dueAfter: string | null
  byCode: string | null
  at: Date
}

/** What an action follows from, as a link says it. */
export interface ActionSource {
  origin: ActionOrigin
  /** null: nothing */
  decision: { id: string; year: number; number: number; title: string } | null
  meeting: { id: string; title: string; agendaItemId: string; position: number } | null
  measure: { id: string; title: string } | null
}

/** An action as a row of a list. */
export interface ActionInList extends ActionSource {
  id: string
  title: string
  body: BodyMark
  personId: string | null
  personName: string | null
  /** 'YYYY-MM-DD' */
  dueOn: string | null
  isOverdue: boolean
  state: ActionState
  madeAt: Date
  isDemo: boolean
  /** the conditions of positions that it meets */
  serves: ServedCondition[]
  /** the oldest first */
  steps: ActionStepLine[]
}

export const actionScopes = ['mine', 'body', 'all'] as const
export type ActionScope = (typeof actionScopes)[number]

const skipped = <T extends z.ZodType>(type: T) =>
  z.preprocess(value => value || undefined, type.optional()).catch(undefined)

export const actionFilters = z.object({
  page: z.coerce.number().int().min(1).catch(1),
  /** absent: those of the reader's bodies, for who speaks for one; else all */
  whose: skipped(z.enum(actionScopes)),
  /** 'overdue' is open, and late */
  state: skipped(z.enum([...actionStates, 'overdue', 'any'])),
  body: skipped(z.guid()),
  meeting: skipped(z.guid()),
  q: skipped(z.string().trim().max(200)),
})
/** Which actions somebody looks at; what an address says that makes no sense is left out. */
export type ActionFilters = z.infer<typeof actionFilters>

/** One page of what the filters leave, and how many there are elsewhere. */
export interface ActionList {
  actions: ActionInList[]
  total: number
  page: number
  pages: number
  /** open actions, by whose they are; and how many of all are late */
  open: Record<ActionScope, number> & { overdue: number }
}
