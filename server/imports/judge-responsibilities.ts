import type { ResponsibilityRole } from '../measures/responsibility.shared'
import { normalName } from './import.shared'
import type { MeasureRef } from './judged-row'
import type { Judging } from './judging'
import { type JudgedTable, judgeSheet, type SheetRow } from './sheet-row'
import type { SideSheet, TableColumns } from './sheets.shared'

export interface ResponsibilityWork {
  isNew: true
  measure: MeasureRef
  bodyId: string
  bodyCode: string
  role: ResponsibilityRole
  state: 'accepted' | 'proposed'
  personId: string | null
  source: string | null
  certainty: 'seen' | 'inferred' | null
  isDemo: boolean
  row: number
}

type Row = SheetRow<TableColumns['responsibilities']>
type Asked = { row: Row; work: ResponsibilityWork }

/**
 * Who carries what. What a body accepted stands as accepted with a measure that the file itself brings; for one that the plan
 * has already, the body is asked, and answers itself.
 */
export function judgeResponsibilities(sheet: SideSheet, judging: Judging): JudgedTable<ResponsibilityWork> {
  const asked = new Map<string, Asked>()
  return judgeSheet<TableColumns['responsibilities'], ResponsibilityWork>(
    sheet,
    judging.vocabulary,
    row => {
      const work = read(row, judging)
      if (!work) return undefined
      const key = `${work.measure.key} ${work.bodyId} ${work.role}`
      if (asked.has(key)) row.fail('body', 'row-twice')
      else asked.set(key, { row, work })
      return stands(row, work, judging) ? undefined : work
    },
    () =>
      checkLeads(
        [...asked.values()].filter(({ work }) => work.role === 'lead'),
        judging,
      ),
  )
}

function read(row: Row, { measures, state, vocabulary, note }: Judging): ResponsibilityWork | undefined {
  const measure = row.measure(measures, ['measureId', 'measureNumber', 'measure'])
  const code = row.cell('body')
  const role = vocabulary.role[normalName(row.cell('role'))]
  const answer = row.cell('state') ? vocabulary.state[normalName(row.cell('state'))] : 'proposed'
  if (!role) row.fail('role', row.cell('role') ? 'unknown-word' : 'required')
  if (answer !== 'accepted' && answer !== 'proposed') row.fail('state', 'unknown-word')
  if (!code) row.fail('body', 'required')
  const bodyId = code ? (state.bodies.get(normalName(code)) ?? chosen(note('body', code, 'skip'), state.bodyNames)) : ''
  if (code && !bodyId) row.isSkipped = true
  if (!measure || !role || !bodyId) return undefined
  const isBrought = measure.id === null
  return {
    ...{ isNew: true, measure, bodyId, role, row: row.number },
    bodyCode: state.bodyNames.find(body => body.id === bodyId)?.code ?? code,
    state: answer === 'accepted' && isBrought ? 'accepted' : 'proposed',
    personId: null,
    source: row.cell('source') || null,
    certainty: vocabulary.certainty[normalName(row.cell('certainty'))] ?? null,
    isDemo: vocabulary.yes.includes(normalName(row.cell('demo'))),
  }
}

const chosen = (choice: string, bodies: { id: string }[]) => bodies.find(body => body.id === choice)?.id

/** @returns whether the plan has it already; else says what of the row cannot be taken */
function stands(row: Row, work: ResponsibilityWork, { state, vocabulary, people }: Judging): boolean {
  const { measure, bodyId, bodyCode, role } = work
  const person = row.cell('person')
  const isAccepted = vocabulary.state[normalName(row.cell('state'))] === 'accepted'
  const there = state.exported.responsibilities.find(
    one => one.measureId === measure.id && one.bodyCode === bodyCode && one.role === role,
  )
  if (there) {
    if (isAccepted && there.state === 'proposed') row.note('state', 'body-answers')
    if (person && person !== there.personName) row.note('person', 'not-replaced')
    return true
  }
  if (isAccepted && work.state === 'proposed') row.note('state', 'body-answers')
  work.personId = (person && people.get(`${bodyId} ${normalName(person)}`)) || null
  if (person && !work.personId) row.note('person', 'person-unknown')
  return false
}

/** One accepted lead at most; beside it one may be asked to take over, of a measure that the file brings. */
function checkLeads(leads: Asked[], { state }: Judging): void {
  const places = new Map<string, Asked[]>()
  for (const lead of leads) places.set(lead.work.measure.key, [...(places.get(lead.work.measure.key) ?? []), lead])
  for (const [key, asked] of places) {
    const holder = state.exported.responsibilities.find(
      one => one.measureId === key && one.role === 'lead' && one.state === 'accepted',
    )
    const [first, ...more] = asked.filter(({ work }) => work.state === 'accepted')
    for (const { row } of more) row.fail('role', 'lead-taken')
    const isThere = ({ work }: Asked) =>
      state.exported.responsibilities.some(
        one => one.measureId === key && one.role === 'lead' && one.bodyCode === work.bodyCode,
      )
    const others = asked.filter(one => one.work.state === 'proposed' && !isThere(one))
    for (const { row } of holder ? others : []) row.fail('role', 'lead-taken')
    for (const { row } of first ? others.slice(1) : []) row.fail('role', 'transfer-asked')
  }
}
