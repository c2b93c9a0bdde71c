import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formats } from '#app/routes/plan-export/formats.server'
import { importVocabulary, wordsOfAll } from '#app/routes/plan-import/import-words.server'
import { seedDatabase } from '#db/seed/seed'
import type { Actor } from '#server/auth/actor.shared'
import { renderText } from '#server/documents/render-text'
import { readPlanExport } from '#server/exports/read-plan-export'
import { writeXlsx } from '#server/exports/write-xlsx'
import { carryOutImport } from '#server/imports/carry-out-import'
import { readImport, storeUpload } from '#server/imports/import-store'
import { judgeRows } from '#server/imports/judge-rows'
import { readPlanState } from '#server/imports/plan-state'
import { readUpload } from '#server/imports/read-upload'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { actorFor, createActor, createGroup, createMandate } from '#test/support/fixtures'
import { addMeasure, createTeam, refusal } from '../measures/team'

const vocabulary = importVocabulary()
const words = wordsOfAll('nl')
let here: TestDatabase
let demo: Actor

beforeAll(async () => {
  here = await createTestDatabase()
  await seedDatabase(here.db, { content: 'demo', freeze: renderText })
  const { personId } = await here.db
    .selectFrom('mandate')
    .select('personId')
    .where('role', '=', 'coordinator')
    .executeTakeFirstOrThrow()
  demo = await actorFor(here.db, personId)
  await fillIn()
})
afterAll(() => here.drop())

/** What the demo leaves open: parts, dates of each precision, what was asked, when it was looked through. */
async function fillIn() {
  const [first, second, third] = await here.db
    .selectFrom('measure')
    .innerJoin('plan', 'plan.id', 'measure.planId')
    .select(['measure.id', 'measure.priorityId'])
    .where('plan.groupId', '=', demo.groupId)
    .orderBy('measure.number')
    .limit(3)
    .execute()
  const { id: body } = await here.db.selectFrom('body').select('id').limit(1).executeTakeFirstOrThrow()
  const facts = {
    ...{ parentId: second!.id, kind: 'request' as const, startsOn: '2026', endsOn: '2027-03', source: null },
    ...{ targetGroups: ['jongeren', 'vluchtelingen'], askedBodyId: body, askedName: 'De minister' },
    ...{ askedOn: '2026-02-03', answer: 'Ja,\nbinnenkort.', answeredOn: '2026-05', reviewDueOn: '2027-01-31' },
    ...{ reviewedOn: '2026-07-01', reviewedBy: demo.mandate.id },
  }
  await here.db.updateTable('measure').set(facts).where('id', '=', first!.id).execute()
  const { id: other } = await here.db
    .selectFrom('priority')
    .select('id')
    .where('id', '<>', first!.priorityId)
    .limit(1)
    .executeTakeFirstOrThrow()
  await here.db.insertInto('measureOtherPriority').values({ measureId: first!.id, priorityId: other }).execute()
  const { id: basicFunctionId } = await here.db.selectFrom('basicFunction').select('id').executeTakeFirstOrThrow()
  await here.db.insertInto('measureBasicFunction').values({ measureId: first!.id, basicFunctionId }).execute()
  const milestone = (label: string, values: object) => ({ measureId: third!.id, label, ...values })
  await here.db
    .insertInto('milestone')
    .values([
      milestone('Een jaar', { plannedFor: '2027' }),
      milestone('Een maand', { plannedFor: '2027-04', droppedReason: 'geen geld' }),
      milestone('Een dag', { plannedFor: '2026-04-01', reachedOn: '2026-05-02' }),
    ])
    .execute()
}

/** A group with an empty plan, and the people of the demo at work in it. */
async function emptyGroup(): Promise<Actor> {
  const group = await createGroup(here.db)
  await here.db.insertInto('plan').values({ groupId: group.id, title: 'Leeg' }).execute()
  const coordinator = await createActor(here.db, { groupId: group.id, role: 'coordinator' })
  const mandates = await here.db.selectFrom('mandate').selectAll().where('groupId', '=', demo.groupId).execute()
  for (const { personId, bodyId, role } of mandates) {
    await createMandate(here.db, { groupId: group.id, personId, bodyId, role })
  }
  return coordinator
}

const occasion = { groupName: 'g', personName: 'p', madeAt: new Date('2026-01-01'), filters: [] }
async function workbook(actor: Actor, language: 'nl' | 'en' = 'nl'): Promise<Buffer> {
  const plan = await readPlanExport(here.db, actor)
  const [own] = wordsOfAll(language)
  return (await formats.xlsx.write(plan, { words: own!, params: new URLSearchParams(), occasion })).content
}
async function upload(actor: Actor, content: Buffer) {
  const sheets = await readUpload(content)
  const file = { fileName: 'plan.xlsx', content, sheets, vocabulary }
  return here.db.transaction().execute(trx => storeUpload(trx, actor, file))
}
async function preview(actor: Actor, id: string) {
  return judgeRows(await readImport(here.db, actor, id), await readPlanState(here.db, actor, words), vocabulary)
}
const carryOut = (actor: Actor, id: string, skipsErrors = false) =>
  here.db.transaction().execute(trx =>
    carryOutImport(trx, actor, {
      ...{ id, skipsErrors, words, vocabulary },
      sourceOf: (file, row) => `ingevoerd uit ${file}, rij ${row}`,
    }),
  )
/** The sheets of a workbook without the ids, which every plan has of its own. */
async function sheetsOf(content: Buffer) {
  const sheets = await readUpload(content)
  return Object.fromEntries(
    sheets.map(({ name, header, rows }) => {
      const kept = header.flatMap((label, index) => (/^Id\b/.test(label) ? [] : [index]))
      return [name, [header, ...rows].map(row => kept.map(index => row[index] ?? ''))]
    }),
  )
}
const changed = (tables: { rows: { state: string; title: string }[] }[]) =>
  tables.flatMap(({ rows }) => rows.filter(row => row.state !== 'unchanged'))

describe('our own workbook', () => {
  test.each(['nl', 'en'] as const)('makes the same plan in an empty group, sheet by sheet: %s', async language => {
    const group = await emptyGroup()
    const original = await workbook(demo, language)
    const id = await upload(group, original)
    const { counts, tables, unknown, left } = await preview(group, id)
    expect(counts).toMatchObject({ new: 21, error: 0, skipped: 0 })
    expect(tables.map(({ kind }) => kind)).toEqual(['structure', 'responsibilities', 'milestones', 'dependencies'])
    expect(tables.flatMap(({ rows }) => rows.flatMap(row => [...row.errors, ...row.notes]))).toEqual([])
    expect(unknown.every(({ choice }) => choice === 'create')).toBe(true)
    expect(left.map(({ reason }) => reason).sort()).toEqual(['explains', 'follows', 'follows', 'own-word'])
    await carryOut(group, id)

    const [was, is] = [await sheetsOf(await workbook(demo)), await sheetsOf(await workbook(group))]
    for (const sheet of [
      'Maatregelen',
      'Prioriteiten en domeinen',
      'Verantwoordelijkheden',
      'Wie doet wat',
      'Matrix',
      'Mijlpalen',
    ])
      expect([sheet, is[sheet]]).toEqual([sheet, was[sheet]])
    expect(is.Afhankelijkheden).toEqual(was.Afhankelijkheden)
    const again = await preview(group, await upload(group, original))
    expect(changed([again, ...again.tables])).toEqual([])
    const own = await preview(demo, await upload(demo, original))
    expect(changed([own, ...own.tables])).toEqual([])
  })
})

describe('the sheets of a workbook', () => {
  const text = { kind: 'text' as const, width: 20 }
  const sheet = (name: string, labels: string[], rows: (string | null)[][]) => ({
    ...{ name, rows },
    columns: labels.map(label => ({ ...text, label })),
  })
  const measures = (rows: (string | null)[][]) =>
    sheet('Maatregelen', ['Nr.', 'Titel', 'Prioriteit', 'Niveau', 'Deel van'], rows)
  const owners = ['Nr.', 'Maatregel', 'Code', 'Rol', 'Antwoord van de instantie', 'Persoon']
  const write = (sheets: Parameters<typeof writeXlsx>[0]) =>
    writeXlsx(sheets, { name: 'Toelichting', rows: [['a', 'b']] })

  test('name every error by sheet, row and column, and are brought in without them', async () => {
    const team = await createTeam(here.db)
    const { code } = team.sport
    const file = await write([
      measures([
        ['1', 'Een', 'A priority', 'Vlaams', 'Drie'],
        ['2', 'Twee', 'A priority', 'Vlaams', 'Een'],
        ['3', 'Drie', 'A priority', 'Vlaams', '2. Twee'],
        ['4', 'Vier', 'A priority', 'Vlaams', 'Nergens'],
        ['5', 'Vijf', 'A priority', 'Vlaams', '6'],
        ['6', 'Zes', 'A priority', 'Vlaams', null],
      ]),
      sheet('Verantwoordelijkheden', owners, [
        ['6', 'Zes', code, 'Trekker', 'aanvaard', null],
        ['6', 'Zes', team.youth.code, 'Trekker', 'aanvaard', null],
        ['6', 'Zes', code, 'Baas', null, null],
        ['9', 'Negen', code, 'Trekker', null, null],
        ['5', 'Vijf', 'NIEMAND', 'Trekker', null, null],
        ['5', 'Vijf', code, 'Trekker', null, 'Iemand'],
      ]),
      sheet(
        'Mijlpalen',
        ['Nr.', 'Maatregel', 'Mijlpaal', 'Gepland', 'Bereikt'],
        [
          ['6', 'Zes', 'Zonder dag', null, null],
          ['6', 'Zes', 'Vreemde dag', '31/2/2026', null],
          ['6', 'Zes', 'Later', null, '2999'],
          ['6', 'Zes', 'Goed', '3/2027', null],
        ],
      ),
      sheet(
        'Afhankelijkheden',
        ['Nr.', 'Maatregel', 'Verband', 'Nr. andere', 'Andere maatregel'],
        [
          ['5', 'Vijf', 'gaat vooraf aan', '6', 'Zes'],
          ['6', 'Zes', 'gaat vooraf aan', '5', 'Vijf'],
          ['6', 'Zes', 'kietelt', '5', 'Vijf'],
        ],
      ),
    ])
    const id = await upload(team.coordinator, file)
    const { rows, tables } = await preview(team.coordinator, id)
    const errors = [{ sheet: 'Maatregelen', rows }, ...tables].flatMap(table =>
      table.rows.flatMap(row => row.errors.map(error => `${table.sheet} ${row.row} ${error.column}: ${error.reason}`)),
    )
    expect(errors).toEqual([
      'Maatregelen 2 Deel van: own-part',
      'Maatregelen 3 Deel van: own-part',
      'Maatregelen 4 Deel van: own-part',
      'Maatregelen 5 Deel van: unknown-measure',
      'Verantwoordelijkheden 3 Rol: lead-taken',
      'Verantwoordelijkheden 4 Rol: unknown-word',
      'Verantwoordelijkheden 5 Maatregel: unknown-measure',
      'Mijlpalen 2 Gepland: required',
      'Mijlpalen 3 Gepland: not-a-partial-date',
      'Mijlpalen 4 Bereikt: not-happened-yet',
      'Afhankelijkheden 3 Andere maatregel: blocks-circle',
      'Afhankelijkheden 4 Verband: unknown-word',
    ])
    expect(tables[0]?.rows.flatMap(row => row.notes.map(note => `${row.row} ${note.column}: ${note.reason}`))).toEqual([
      '7 Persoon: person-unknown',
    ])
    expect(await refusal(carryOut(team.coordinator, id))).toBe('conflict/import-has-errors')
    await carryOut(team.coordinator, id, true)
    const plan = await readPlanExport(here.db, team.coordinator)
    expect(plan.measures.map(({ title, parentTitle }) => [title, parentTitle])).toEqual([
      ['Vijf', 'Zes'],
      ['Zes', null],
    ])
    expect(plan.responsibilities.map(row => [row.measureTitle, row.bodyCode, row.state])).toEqual([
      ['Vijf', code, 'proposed'],
      ['Zes', code, 'accepted'],
    ])
    expect(plan.milestones.map(({ label, plannedFor }) => [label, plannedFor])).toEqual([['Goed', '2027-03']])
    expect(plan.dependencies.map(row => [row.measureTitle, row.otherTitle])).toEqual([['Vijf', 'Zes']])
  })

  test('ask a body about a measure that was there, and change a milestone with the row as its reason', async () => {
    const team = await createTeam(here.db)
    const measureId = await addMeasure(here.db, team, { title: 'Die er is', number: 1 })
    const values = { measureId, label: 'Start', plannedFor: '2027-03' }
    const { id: milestoneId } = await here.db
      .insertInto('milestone')
      .values(values)
      .returning('id')
      .executeTakeFirstOrThrow()
    const file = await write([
      measures([['1', 'Die er is', 'A priority', 'Vlaams', null]]),
      sheet('Verantwoordelijkheden', owners, [['1', 'Die er is', team.sport.code, 'Trekker', 'aanvaard', null]]),
      sheet('Mijlpalen', ['Nr.', 'Maatregel', 'Mijlpaal', 'Gepland'], [['1', 'Die er is', 'Start', '5/2027']]),
    ])
    const id = await upload(team.coordinator, file)
    const { tables } = await preview(team.coordinator, id)
    expect(tables.flatMap(({ rows }) => rows.flatMap(row => row.notes.map(note => note.reason)))).toEqual([
      'body-answers',
    ])
    await carryOut(team.coordinator, id)
    const { responsibilities, milestones } = await readPlanExport(here.db, team.coordinator)
    expect(responsibilities.map(row => [row.bodyCode, row.state])).toEqual([[team.sport.code, 'proposed']])
    expect(milestones.map(row => row.plannedFor)).toEqual(['2027-05'])
    const step = await here.db
      .selectFrom('milestoneStep')
      .select(['step', 'reason'])
      .where('milestoneId', '=', milestoneId)
      .executeTakeFirstOrThrow()
    expect(step).toEqual({ step: 'moved', reason: 'ingevoerd uit plan.xlsx, rij 2' })
    const again = await preview(team.coordinator, await upload(team.coordinator, file))
    expect(changed([again, ...again.tables])).toEqual([])
  })
})
