import type { ActionInList, ActionStepLine } from '../actions/action.shared'
import { registerNumber } from '../decisions/decision.shared'
import type { ExportTable } from './export-table'
import { actionColumns, type RegisterWords } from './register-words.shared'
import { date, number, text, toTable } from './to-table'

/** Who does what by when, what it follows from and what was said of it, a row each. */
export function actionTable(actions: ActionInList[], words: RegisterWords): ExportTable {
  const said = ({ at, byCode, text, step, dueAfter }: ActionStepLine) =>
    [
      [words.date(at), byCode].filter(Boolean).join(' '),
      [step === 'moved' && dueAfter ? `→ ${words.date(dueAfter)}.` : '', text].filter(Boolean).join(' '),
    ].join(': ')
  return toTable<(typeof actionColumns)[number], ActionInList>(
    words.sheets.actions,
    actionColumns,
    {
      action: { ...text(50), read: row => row.title },
      body: { ...text(10), read: row => row.body.code },
      bodyName: { ...text(34), read: row => row.body.name },
      person: { ...text(24), read: row => row.personName },
      due: { ...date, read: row => row.dueOn },
      state: { ...text(12), read: row => words.actionStates[row.state] },
      late: { ...text(8), read: row => (row.isOverdue ? words.yes : null) },
      measure: { ...text(44), read: row => row.measure?.title ?? null },
      number: { ...text(10), read: row => row.decision && registerNumber(row.decision) },
      meeting: { ...text(34), read: row => row.meeting?.title ?? null },
      position: { ...number(8), read: row => row.meeting?.position ?? null },
      madeOn: { ...date, read: row => words.day(row.madeAt) },
      steps: { ...text(60), read: row => row.steps.map(said).join('\n') },
      demo: { ...text(6), read: row => (row.isDemo ? words.yes : null) },
      id: { ...text(38), read: row => row.id },
    },
    actions,
    words,
  )
}
