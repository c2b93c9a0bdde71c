import { z } from 'zod'
import { partialDate } from './partial-date.shared'

/** The closed lists of a measure, in the order in which they are offered. */
export const levels = ['federal', 'flemish', 'provincial', 'local'] as const
export const measureKinds = ['measure', 'instrument', 'request'] as const
export const measureStatuses = [
  'unknown',
  'preparation',
  'running',
  'partly-done',
  'done',
  'continuous',
  'stopped',
] as const
/** How far a request to another level is. */
export const requestStates = ['to-ask', 'asked', 'answered'] as const
export const horizons = ['short', 'medium', 'long'] as const
/** Horizons are a contiguous range; these are all there are. */
export const horizonRanges = ['short', 'medium', 'long', 'short-medium', 'medium-long', 'short-long'] as const

export type Level = (typeof levels)[number]
export type MeasureKind = (typeof measureKinds)[number]
export type MeasureStatus = (typeof measureStatuses)[number]
export type RequestState = (typeof requestStates)[number]
export type Horizon = (typeof horizons)[number]
export type HorizonRange = (typeof horizonRanges)[number]

/** @returns the range as one word; null when it is not known */
export function horizonRange({
  horizonFrom,
  horizonTo,
}: {
  horizonFrom: Horizon | null
  horizonTo: Horizon | null
}): HorizonRange | null {
  if (!horizonFrom || !horizonTo) return null
  return (horizonFrom === horizonTo ? horizonFrom : `${horizonFrom}-${horizonTo}`) as HorizonRange
}

/** @returns the range as its two ends, as it is stored */
export function horizonEnds(range: HorizonRange | null): { horizonFrom: Horizon | null; horizonTo: Horizon | null } {
  const [from = null, to = from] = (range?.split('-') ?? []) as Horizon[]
  return { horizonFrom: from, horizonTo: to }
}

// A form sends an empty text for "none".
const orNone = <T extends z.ZodType>(type: T) =>
  z.preprocess(value => (value === '' ? null : (value ?? null)), type.nullable())

const title = z.string({ error: 'required' }).trim().min(1, 'required').max(200, 'too-long')
// A form sends every line end as two characters.
const lines = z.string().transform(text => text.replaceAll('\r\n', '\n'))
const summary = z.string().trim().max(2000, 'too-long').pipe(lines)
const number = orNone(
  z.coerce.number({ error: 'not-a-number' }).int('not-a-number').min(1, 'not-a-number').max(9999, 'not-a-number'),
)
const oneOf = <const T extends readonly string[]>(values: T) => z.enum(values, { error: 'choose-one' })
const record = z.guid({ error: 'choose-one' })
const words = (longest: number) =>
  orNone(z.string().trim().max(longest, 'too-long').pipe(lines)).transform(text => text || null)

/** Several of something: a form sends them one by one, or in one text with commas. Their order says nothing. */
const several = (item: z.ZodType<string>) =>
  z.preprocess(
    value => {
      const parts = typeof value === 'string' ? value.split(/[\n,;]/) : Array.isArray(value) ? value : []
      return [...new Set(parts.map(part => String(part).trim()).filter(Boolean))].sort()
    },
    z.array(item).max(50, 'too-many-items'),
  )

export const createMeasureInput = z.object({
  title,
  priorityId: record,
  axisId: orNone(record),
  level: oneOf(levels),
  kind: oneOf(measureKinds),
  horizon: orNone(oneOf(horizonRanges)),
  number,
  /** the measure that it is part of */
  parentId: orNone(record).optional(),
})
export type CreateMeasureInput = z.infer<typeof createMeasureInput>

const change = <Field extends string, Value extends z.ZodType>(field: Field, value: Value) =>
  z.object({ field: z.literal(field), before: value, value })

/** One field: what it was when the change began, and what it must become. */
export const measureChange = z.discriminatedUnion('field', [
  z.object({ field: z.literal('title'), before: z.string(), value: title }),
  z.object({ field: z.literal('summary'), before: lines.default(''), value: summary.default('') }),
  change('number', number),
  change('kind', oneOf(measureKinds)),
  change('level', oneOf(levels)),
  change('status', oneOf(measureStatuses)),
  change('axis', orNone(record)),
  change('priority', record),
  change('horizon', orNone(oneOf(horizonRanges))),
  /** those that it serves beside the main one */
  change('priorities', several(record)),
  change('startsOn', orNone(partialDate)),
  change('endsOn', orNone(partialDate)),
  change('targetGroups', several(z.string().max(80, 'too-long'))),
  change('basicFunctions', several(z.string().max(40))),
  change('parent', orNone(record)),
  change('askedBody', orNone(record)),
  change('askedName', words(200)),
  change('askedOn', orNone(partialDate)),
  change('answer', words(4000)),
  change('answeredOn', orNone(partialDate)),
  change('reviewDueOn', orNone(z.iso.date('not-a-date'))),
  change('source', words(500)),
])
export type MeasureChange = z.infer<typeof measureChange>
export type MeasureField = MeasureChange['field']

export const changeMeasureInput = z.object({ measureId: record, changes: z.array(measureChange).min(1) })
export type ChangeMeasureInput = z.infer<typeof changeMeasureInput>

/** A measure that was looked through is looked through again after so long. */
export const REVIEW_AFTER_MONTHS = 6

export const reviewMeasureInput = z.object({ measureId: record })
export type ReviewMeasureInput = z.infer<typeof reviewMeasureInput>
