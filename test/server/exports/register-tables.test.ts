import readXlsx from 'read-excel-file/node'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { filterTexts } from '#app/routes/decisions-export/filter-texts.server'
import { registerWords } from '#app/routes/decisions-export/words.server'
import { actionFilters } from '#server/actions/action.shared'
import { allActions } from '#server/actions/list-actions'
import { decisionFilters } from '#server/decisions/decision.shared'
import { readRegister } from '#server/decisions/read-register'
import { listAbout } from '#server/exports/about-sheet'
import { actionTable } from '#server/exports/action-table'
import type { ExportTable } from '#server/exports/export-table'
import { decisionTable, followUpTable } from '#server/exports/register-tables'
import { writeXlsx } from '#server/exports/write-xlsx'
import { createDecisionRoom, type DecisionRoom, record } from '#test/server/decisions/decision-room'
import { createTestDatabase, type TestDatabase } from '#test/support/database'

let database: TestDatabase
let room: DecisionRoom
const words = registerWords('nl')

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  room = await createDecisionRoom(database)
  await room.write('We vragen een loutere melding.')
})

const register = (filters: object = {}) =>
  readRegister(database.db, room.observer, decisionFilters.parse({ page: 1, ...filters }))

/** The rows of a table by what its columns are called. */
const read = ({ columns, rows }: ExportTable) =>
  rows.map(row => Object.fromEntries(columns.map(({ label }, index) => [label, row[index]])))

test('the register holds every decision that the filters leave, whole, over all its pages', async () => {
  for (let index = 0; index < 27; index++) await record(database.db, room, { measureIds: [] })
  await record(database.db, room, {
    result: 'advice',
    title: 'Eén formulier',
    text: '=Advies aan de minister.',
    reservations: [{ bodyId: room.youth.id, text: 'Tot misbruik geregeld is.' }],
  })
  await room.write('Digitaal.')
  const all = read(decisionTable(await register(), words))
  expect(all).toHaveLength(28)
  expect(all[0]).toMatchObject({
    Beslissing: '2026-28',
    Datum: '2026-12-31',
    Titel: 'Eén formulier',
    Resultaat: 'Advies',
    Wijze: 'bij consensus, met voorbehoud',
    Tekst: '=Advies aan de minister.',
    Voorbehoud: `${room.youth.code}: Tot misbruik geregeld is.`,
    Over: 'Meldingsplicht (versie 1)',
    'Tekst gewijzigd van': 'Meldingsplicht',
    Vergadering: 'Najaar',
    Agendapunt: 1,
    Gevolgen: 0,
  })
  expect(all.map(row => row.Beslissing).slice(-1)).toEqual(['2026-01'])
  expect(read(decisionTable(await register({ result: 'advice', page: 3 }), words))).toHaveLength(1)
  const elsewhere = await readRegister(database.db, room.stranger, decisionFilters.parse({}))
  expect(decisionTable(elsewhere, words).rows).toEqual([])
})

test('what follows from decisions stands on a sheet of its own, and only of the decisions that are left', async () => {
  await record(database.db, room, {
    effects: [
      { kind: 'set-status', measureId: room.measureId, status: 'running', applyNow: 'on' },
      { kind: 'set-date', measureId: room.measureId, of: 'endsOn', date: '6/2028', dueOn: '2020-01-01' },
    ],
    actions: [{ title: 'De brief schrijven', bodyId: room.sport.id, dueOn: '2027-02-01' }],
  })
  await record(database.db, room, { result: 'noted', actions: [{ title: 'Iets anders', bodyId: room.sport.id }] })
  const rows = read(followUpTable(await register({ result: 'approved' }), words))
  expect(rows).toMatchObject([
    { Beslissing: '2026-01', Soort: 'Stand', Maatregel: 'Meldingsplicht', Wordt: 'In uitvoering', Stand: 'toegepast' },
    { Soort: 'Datum', 'Wat wijzigt': 'einde', Wordt: 'juni 2028', Stand: 'toe te passen', 'Te laat': 'ja' },
    { Soort: 'Actiepunt', Wordt: 'De brief schrijven', Instantie: room.sport.code, Tegen: '2027-02-01', Stand: 'Open' },
  ])
  expect(rows[0]?.['Afgerond op']).toMatch(/^\d{4}-\d\d-\d\d$/)
  expect(rows[1]?.['Afgerond op']).toBeNull()

  const actions = await allActions(database.db, room.observer, actionFilters.parse({ whose: 'all', q: 'brief' }))
  expect(read(actionTable(actions, words))).toMatchObject([
    {
      Actiepunt: 'De brief schrijven',
      Tegen: '2027-02-01',
      Beslissing: '2026-01',
      Vergadering: 'Najaar',
      Agendapunt: 1,
    },
  ])
})

test('the workbook says what it is of, and by what it was filtered', async () => {
  await record(database.db, room)
  const filters = decisionFilters.parse({ result: 'approved', measure: room.measureId, from: '2026-01-01' })
  const exported = await readRegister(database.db, room.observer, filters)
  const named = { measure: 'Meldingsplicht', meeting: undefined, sector: undefined }
  const occasion = {
    groupName: 'Het overleg',
    personName: 'Ik',
    madeAt: new Date('2026-03-15T10:00:00Z'),
    filters: filterTexts('nl', filters, named),
  }
  const about = listAbout(exported.decisions.length, occasion, { ...words, sheet: words.sheets.decisions })
  const file = await writeXlsx([decisionTable(exported, words), followUpTable(exported, words)], about)
  const sheets = await readXlsx(file)
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Beslissingen', 'Toelichting', 'Gevolgen en acties'])
  expect(sheets[0]?.data[1]?.slice(0, 2)).toEqual(['2026-01', new Date('2026-12-31T00:00:00Z')])
  expect(sheets[1]?.data).toContainEqual([
    'Gefilterd op',
    'Resultaat: Goedgekeurd\nMaatregel: Meldingsplicht\nVan: 1 jan. 2026',
  ])
})
