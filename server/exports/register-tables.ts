import { registerNumber } from '../decisions/decision.shared'
import type { EffectToApply } from '../decisions/effect.shared'
import type { Register, RegisterEntry } from '../decisions/read-register'
import type { ExportCell, ExportTable } from './export-table'
import { decisionColumns, followUpColumns, type RegisterWords } from './register-words.shared'
import { date, number, text, toTable } from './to-table'

/** The register: every decision with its words, what it was about and how far it is carried out, a row each. */
export function decisionTable({ decisions }: Register, words: RegisterWords): ExportTable {
  return toTable<(typeof decisionColumns)[number], RegisterEntry>(
    words.sheets.decisions,
    decisionColumns,
    {
      number: { ...text(10), read: registerNumber },
      decidedOn: { ...date, read: row => row.decidedOn },
      title: { ...text(44), read: row => row.title },
      result: { ...text(22), read: row => words.results[row.result] },
      way: { ...text(22), read: row => words.ways[row.reachedBy] },
      text: { ...text(70), read: row => row.text },
      reservations: {
        ...text(44),
        read: row => lines(row.reservations.map(({ body, text }) => `${body.code}: ${text}`)),
      },
      about: {
        ...text(48),
        read: row => lines(row.measures.map(measure => `${named(measure)} (${words.version(measure.version)})`)),
      },
      moved: { ...text(20), read: row => lines(row.measures.filter(measure => measure.isMoved).map(named)) },
      corrects: { ...text(12), read: row => row.corrects && registerNumber(row.corrects) },
      correctedBy: { ...text(14), read: row => row.correctedBy && registerNumber(row.correctedBy) },
      meeting: { ...text(34), read: row => row.meetingTitle },
      position: { ...number(8), read: row => row.position },
      followUp: { ...number(10), read: row => row.followUp.all },
      settled: { ...number(12), read: row => row.followUp.settled },
      overdue: { ...number(10), read: row => row.followUp.overdue },
      demo: { ...text(6), read: row => (row.isDemo ? words.yes : null) },
      id: { ...text(38), read: row => row.id },
    },
    decisions,
    words,
  )
}

interface FollowUp {
  decision: { year: number; number: number; title: string }
  cells: Record<Exclude<(typeof followUpColumns)[number], 'number' | 'title'>, ExportCell>
}

/** What decisions change and give to do, and how far that is, a row each. */
export function followUpTable({ decisions, effects, actions }: Register, words: RegisterWords): ExportTable {
  const rows = decisions.flatMap(decision => [
    ...effects.filter(effect => effect.decisionId === decision.id).map(effect => ofEffect(effect, words)),
    ...actions
      .filter(action => action.decision?.id === decision.id)
      .map((action): FollowUp['cells'] => ({
        kind: words.kinds.action,
        measure: action.measure?.title ?? null,
        what: null,
        value: action.title,
        body: action.body.code,
        due: action.dueOn,
        state: words.actionStates[action.state],
        late: action.isOverdue ? words.yes : null,
        on: dayOf(action.steps.findLast(({ step }) => step === 'done' || step === 'dropped')?.at, words),
        demo: action.isDemo ? words.yes : null,
        id: action.id,
      }))
      .map(cells => ({ decision, cells })),
  ])
  const read = (column: keyof FollowUp['cells']) => (row: FollowUp) => row.cells[column]
  return toTable<(typeof followUpColumns)[number], FollowUp>(
    words.sheets.followUp,
    followUpColumns,
    {
      number: { ...text(10), read: row => registerNumber(row.decision) },
      title: { ...text(44), read: row => row.decision.title },
      kind: { ...text(14), read: read('kind') },
      measure: { ...text(44), read: read('measure') },
      what: { ...text(36), read: read('what') },
      value: { ...text(50), read: read('value') },
      body: { ...text(12), read: read('body') },
      due: { ...date, read: read('due') },
      state: { ...text(24), read: read('state') },
      late: { ...text(8), read: read('late') },
      on: { ...date, read: read('on') },
      demo: { ...text(6), read: read('demo') },
      id: { ...text(38), read: read('id') },
    },
    rows,
    words,
  )
}

function ofEffect(effect: EffectToApply, words: RegisterWords): FollowUp {
  const { decision, kind, measure, body, dueOn, state, isOverdue, steps, isDemo, id } = effect
  const last = steps.findLast(({ step }) => step === 'applied' || step === 'dropped')
  return {
    decision,
    cells: {
      kind: words.kinds[kind],
      measure: measure?.title ?? null,
      what: whatChanges(effect, words),
      value: becomes(effect, words),
      body: body?.code ?? null,
      due: dueOn,
      state: words.effectStates[state],
      late: isOverdue ? words.yes : null,
      on: dayOf(last?.at, words),
      demo: isDemo ? words.yes : null,
      id,
    },
  }
}

function whatChanges({ kind, dateOf, milestone, passage }: EffectToApply, words: RegisterWords): string | null {
  if (kind === 'set-wording') return passage
  if (kind !== 'set-date' || !dateOf) return null
  return dateOf === 'milestone' ? words.milestone(milestone?.label ?? '') : words.dates[dateOf]
}

function becomes({ status, body, date, words: wording, kind }: EffectToApply, words: RegisterWords): string | null {
  if (kind === 'set-status') return status && words.statuses[status]
  if (kind === 'set-lead') return body?.name ?? null
  return kind === 'set-date' ? date && words.date(date) : wording
}

const dayOf = (moment: Date | undefined, words: RegisterWords) => (moment ? words.day(moment) : null)

const named = ({ number, title }: { number: number | null; title: string }) =>
  number === null ? title : `${number}. ${title}`

const lines = (texts: string[]) => texts.join('\n')
