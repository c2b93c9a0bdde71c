import { z } from 'zod'
import { actionRow } from '../actions/action.shared'
import { effectInput } from './effect.shared'

/** The closed lists of a decision, in the order in which they are offered. */
export const decisionResults = [
  'approved',
  'approved-with-changes',
  'advice',
  'postponed',
  'noted',
  'withdrawn',
  'rejected',
] as const
export const decisionWays = ['consensus', 'consensus-with-reservations', 'vote'] as const
export type DecisionResult = (typeof decisionResults)[number]
export type DecisionWay = (typeof decisionWays)[number]

/** A decision's number in the register of its group, such as '2026-02'. */
export const registerNumber = ({ year, number }: { year: number; number: number }) =>
  `${year}-${String(number).padStart(2, '0')}`

const record = z.guid({ error: 'choose-one' })

const reservation = z.object({
  bodyId: record,
  text: z.string({ error: 'required' }).trim().min(1, 'required').max(2000, 'too-long'),
})

export const recordDecisionInput = z
  .object({
    /** made up by the form: sending it twice records one decision */
    decisionId: z.guid(),
    agendaItemId: record,
    result: z.enum(decisionResults, { error: 'choose-one' }),
    /** left out: the title of the agenda item */
    title: z.string().trim().max(200, 'too-long').default(''),
    text: z.string({ error: 'required' }).trim().min(1, 'required').max(10_000, 'too-long'),
    reachedBy: z.enum(decisionWays, { error: 'choose-one' }).default('consensus'),
    reservations: z.array(reservation).max(50, 'too-many').default([]),
    /** what it changes, and what it gives to do */
    effects: z.array(effectInput).max(30, 'too-many').default([]),
    actions: z.array(actionRow).max(30, 'too-many').default([]),
    measureIds: z.array(record).max(50, 'too-many').default([]),
    /** the decision that it takes the place of */
    correctsId: z.preprocess(value => value || undefined, record.optional()),
    /** the text of each measure as the coordinator saw it; whichever is not named is taken as it is now */
    seen: z.array(z.object({ measureId: record, hash: z.string() })).default([]),
  })
  .refine(({ reachedBy, reservations }) => reachedBy !== 'consensus-with-reservations' || reservations.length > 0, {
    error: 'reservation-missing',
    path: ['reservations'],
  })
export type RecordDecisionInput = z.infer<typeof recordDecisionInput>

export const signErratumInput = z.object({
  decisionId: record,
  text: z.string({ error: 'required' }).trim().min(1, 'required').max(4000, 'too-long'),
})
export type SignErratumInput = z.infer<typeof signErratumInput>

/** How far what a decision changes is: all of it applied, some of it to be applied, some of that late. */
export const followUpStates = ['applied', 'to-apply', 'overdue'] as const
const skipped = <T extends z.ZodType>(type: T) =>
  z.preprocess(value => value || undefined, type.optional()).catch(undefined)

export const decisionFilters = z.object({
  applied: skipped(z.enum(followUpStates)),
  measure: skipped(z.guid()),
  meeting: skipped(z.guid()),
  /** of a body that leads a measure that was decided about, or made a reservation */
  sector: skipped(z.string().max(60)),
  /** the first and the last day */
  from: skipped(z.iso.date()),
  until: skipped(z.iso.date()),
  page: z.coerce.number().int().min(1).catch(1),
  result: z.enum(decisionResults).optional().catch(undefined),
  year: z.coerce.number().int().min(1900).max(2999).optional().catch(undefined),
  q: z
    .string()
    .trim()
    .max(200)
    .transform(words => words || undefined)
    .optional()
    .catch(undefined),
})
/** Which part of the register somebody looks at; what an address says that makes no sense is left out. */
export type DecisionFilters = z.infer<typeof decisionFilters>
