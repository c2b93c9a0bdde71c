import type { ExportedMeasure } from '../exports/read-plan-export'
import { horizonRange, type MeasureChange, type MeasureField, measureChange } from '../measures/measure.shared'
import { type ImportChoices, type ImportField, normalName } from './import.shared'
import type { ImportVocabulary } from './import-vocabulary.shared'
import type { PlanState } from './plan-state'

/** What a cell means: a value of its field; a name that the plan does not know; or a reason why it is none. */
export type CellReading =
  | { value: MeasureChange['value'] }
  | { unknown: 'priority' | 'axis'; name: string }
  | { reason: string }

interface Reader {
  state: PlanState
  vocabulary: ImportVocabulary
  choices: ImportChoices
}

/** The fields of a measure that a change can set; the rest is of the import itself. */
export const changeFields = [
  ...[
    'number',
    'title',
    'priority',
    'otherPriorities',
    'axis',
    'level',
    'horizon',
    'kind',
    'status',
    'startsOn',
    'endsOn',
  ],
  ...['summary', 'targetGroups', 'basicFunctions', 'askedBody', 'askedName', 'askedOn', 'answer', 'answeredOn'],
  ...['reviewDueOn', 'source'],
] as ImportField[]

export const measureField = (field: ImportField): MeasureField =>
  field === 'otherPriorities' ? 'priorities' : (field as MeasureField)

/** Reads a cell; an empty one means nothing at all. */
export function readCell(field: ImportField, text: string, reader: Reader): CellReading {
  const meant = meaning(field, text, reader)
  if (!('value' in meant)) return meant
  const parsed = measureChange.safeParse({
    field: measureField(field),
    before: beforeNothing(field),
    value: meant.value,
  })
  if (parsed.success) return { value: parsed.data.value }
  return { reason: parsed.error.issues.find(issue => issue.path[0] === 'value')?.message ?? 'invalid' }
}

const beforeNothing = (field: ImportField) =>
  ({ title: '', summary: '', kind: 'measure', level: 'flemish', status: 'unknown', priority: NOBODY })[
    field as string
  ] ?? null

/** An id that nothing has: what a change was before is of no account while a cell is read. */
const NOBODY = '00000000-0000-4000-8000-000000000000'

type Meaning = { value: unknown } | Exclude<CellReading, { value: unknown }>

function meaning(field: ImportField, text: string, { state, vocabulary, choices }: Reader): Meaning {
  if (text === '') return { value: null }
  switch (field) {
    case 'level':
    case 'kind':
    case 'status':
    case 'horizon': {
      const value = vocabulary[field][normalName(text)]
      return value ? { value } : { reason: 'unknown-word' }
    }
    case 'priority':
    case 'axis':
      return place(field, text, state, choices)
    case 'otherPriorities': {
      const names = text.split(text.includes('\n') ? '\n' : ';').filter(name => name.trim())
      const ids = names.map(name => findPlace('priority', name, state))
      return ids.every(id => id !== undefined) ? { value: ids } : { reason: 'unknown-choice' }
    }
    case 'basicFunctions': {
      const functions = state.exported.basicFunctions
      const ids = text
        .split(/[;\n]/)
        .filter(name => name.trim())
        .map(name => {
          const wanted = normalName(name)
          return functions.find(one => [one.id, one.nameNl, one.nameEn].some(known => normalName(known) === wanted))?.id
        })
      return ids.every(id => id !== undefined) ? { value: ids } : { reason: 'unknown-choice' }
    }
    case 'askedBody': {
      const value = state.bodies.get(normalName(text))
      return value ? { value } : { reason: 'unknown-body' }
    }
    default:
      return { value: text }
  }
}

function place(field: 'priority' | 'axis', text: string, state: PlanState, choices: ImportChoices): Meaning {
  const found = findPlace(field, text, state)
  if (found) return { value: found }
  const choice = choices[field][text]
  const chosen = choice && choice !== 'create' && choice !== 'skip' ? findPlace(field, choice, state) : undefined
  return chosen ? { value: chosen } : { unknown: field, name: text }
}

/** By its id, its name, its number, or "number. name". */
export function findPlace(field: 'priority' | 'axis', text: string, { exported }: PlanState): string | undefined {
  const wanted = normalName(text)
  const { plan } = exported
  const places =
    field === 'priority'
      ? plan?.priorities.map(({ id, position, title }) => ({
          id,
          names: [title, `${position}. ${title}`, `${position}`],
        }))
      : plan?.axes.map(({ id, position, name }) => ({ id, names: [name, `${position}. ${name}`] }))
  // In another plan the same one may have another number.
  const bare = wanted.replace(/^\d+\. /, '')
  const called = (name: string) =>
    places?.find(({ id, names }) => id === text || names.some(one => normalName(one) === name))
  return (called(wanted) ?? called(bare))?.id
}

/** What a measure has in a field, as a change speaks of it. */
export function currentValue(measure: ExportedMeasure, field: ImportField, state: PlanState): unknown {
  switch (field) {
    case 'priority':
      return measure.priorityId
    case 'otherPriorities':
      return measure.otherPriorityIds
    case 'axis':
      return state.exported.plan?.axes.find(axis => axis.name === measure.axisName)?.id ?? null
    case 'horizon':
      return horizonRange(measure)
    case 'basicFunctions':
      return measure.basicFunctionIds
    case 'targetGroups':
      return [...measure.targetGroups].sort()
    case 'askedBody':
      return state.bodies.get(normalName(measure.askedBodyCode ?? '')) ?? null
    default:
      return measure[field as 'number']
  }
}
