import { z } from 'zod'
import type { BodyMark } from '../bodies/body.shared'

/** The closed lists of a position, in the order in which they are offered. */
export const stances = ['agree', 'agree-on-conditions', 'object', 'abstain', 'no-mandate-yet'] as const
export const silenceMeanings = ['consent', 'nothing'] as const
export type Stance = (typeof stances)[number]
export type SilenceMeaning = (typeof silenceMeanings)[number]

/** How a body stands in a round: what it said, what its silence meant, or nothing so far; in the order of a picture. */
export const standings = [
  'agree',
  'silent-consent',
  'agree-on-conditions',
  'object',
  'abstain',
  'no-mandate-yet',
  'silent',
  'not-yet',
] as const
export type Standing = (typeof standings)[number]

const record = z.guid({ error: 'choose-one' })
// A form sends an empty text for what was left out.
const orNothing = <T extends z.ZodType>(type: T) => z.preprocess(value => value || undefined, type.optional())
const lines = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, 'too-long')
    .transform(value => value.replaceAll('\r\n', '\n'))

/** One body, on one measure, in one round. */
const place = { roundId: record, measureId: record, bodyId: record }

/** Empty rows of a form are left out. `id`: a condition that stands already and is kept. */
const conditions = z
  .array(z.object({ id: orNothing(record), text: lines(1000) }))
  .max(20, 'too-many-items')
  .default([])
  .transform(rows => rows.filter(row => row.text !== ''))

const said = {
  reason: lines(5000).default(''),
  until: orNothing(z.iso.date({ error: 'not-a-date' })),
  conditions,
}

export const takePositionInput = z
  .object({
    ...place,
    ...said,
    stance: z.enum(stances, { error: 'choose-one' }),
    /** on the version that was asked about, or on the text as it is now */
    about: z.enum(['asked', 'now']).default('asked'),
    /** of the text as they saw it, where it is about the text of now */
    hash: orNothing(z.string()),
    /** the position of the body that they saw; absent: there was none */
    seen: orNothing(record),
  })
  .superRefine(({ stance, reason, until, conditions }, context) => {
    const missing = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (stance === 'object' && reason === '') missing('reason', 'reason-required')
    if (stance === 'no-mandate-yet' && !until) missing('until', 'not-a-date')
    if (stance === 'agree-on-conditions' && conditions.length === 0) missing('conditions', 'condition-missing')
  })
export type TakePositionInput = z.infer<typeof takePositionInput>

export const saveDraftInput = z.object({
  ...place,
  ...said,
  stance: orNothing(z.enum(stances, { error: 'choose-one' })),
  /** of the draft that they saw; 0: there was none */
  revision: z.coerce.number().int().min(0).default(0),
})
export type SaveDraftInput = z.infer<typeof saveDraftInput>

/** `seen`: the position that is confirmed; `hash`: the text for which it is, as they saw it. */
export const reconfirmInput = z.object({ ...place, seen: record, hash: z.string().min(1) })
export type ReconfirmInput = z.infer<typeof reconfirmInput>

export const waiveChangesInput = z.object({
  measureId: record,
  fromVersionId: record,
  hash: z.string().min(1),
  reason: z.string({ error: 'required' }).trim().min(1, 'required').max(1000, 'too-long'),
})
export type WaiveChangesInput = z.infer<typeof waiveChangesInput>

/** What a coordinator said about the changes since a version. */
export interface Waiver {
  reason: string
  byCode: string
  waivedAt: Date
}

/** How a body stands on a measure in a round. */
export interface BodyPosition {
  roundId: string
  measureId: string
  body: BodyMark & { sectorId: string }
  standing: Standing
  /** null: silent, or not yet */
  positionId: string | null
  reason: string
  until: string | null
  takenAt: Date | null
  /** the person who took it */
  takenBy: string | null
  reconfirms: boolean
  /** how many positions it replaces */
  replaced: number
  /** how it stood when the round closed, where that is something else by now */
  atClose: Standing | null
  /** of the text that it is about; what was asked where nothing was said */
  version: { id: string; number: number }
  /** the text says something else than that version, and nobody waived that */
  isStale: boolean
  /** the text says something else, but a coordinator said that it does not matter */
  waiver: Waiver | null
  isDemo: boolean
}

/** How many bodies stand how, for a picture; those that are stale are counted apart. */
export interface StandingCount {
  standing: Standing | 'stale'
  count: number
}

/** Counts how bodies stand, in the order of a picture: consent that the text moved away from comes after consent. */
export function countStandings(positions: Pick<BodyPosition, 'standing' | 'isStale'>[]): StandingCount[] {
  const order = ['agree', 'silent-consent', 'stale', ...standings.slice(2)] as const
  return order.flatMap(standing => {
    const count = positions.filter(position => shownAs(position) === standing).length
    return count > 0 ? [{ standing, count }] : []
  })
}

/** What was consented to and has changed since no longer counts as consent; a condition or an objection stays what it is. */
const shownAs = ({ standing, isStale }: Pick<BodyPosition, 'standing' | 'isStale'>) =>
  isStale && (standing === 'agree' || standing === 'silent-consent') ? 'stale' : standing

/** A row of a form: a condition that stands already, or a new one. */
export interface ConditionRow {
  id?: string | undefined
  text: string
}

/** What colleagues of a body prepare together. */
export interface PositionDraft {
  roundId: string
  measureId: string
  bodyId: string
  stance: Stance | null
  reason: string
  until: string | null
  conditions: ConditionRow[]
  revision: number
  savedAt: Date
  savedBy: string
}
