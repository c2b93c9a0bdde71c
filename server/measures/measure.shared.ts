import { z } from 'zod'

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
export const horizons = ['short', 'medium', 'long'] as const
/** Horizons are a contiguous range; these are all there are. */
export const horizonRanges = ['short', 'medium', 'long', 'short-medium', 'medium-long', 'short-long'] as const

export type Level = (typeof levels)[number]
export type MeasureKind = (typeof measureKinds)[number]
export type MeasureStatus = (typeof measureStatuses)[number]
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

export const createMeasureInput = z.object({
  title,
  priorityId: record,
  axisId: orNone(record),
  level: oneOf(levels),
  kind: oneOf(measureKinds),
  horizon: orNone(oneOf(horizonRanges)),
  number,
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
])
export type MeasureChange = z.infer<typeof measureChange>
export type MeasureField = MeasureChange['field']

export const changeMeasureInput = z.object({ measureId: record, changes: z.array(measureChange).min(1) })
export type ChangeMeasureInput = z.infer<typeof changeMeasureInput>
