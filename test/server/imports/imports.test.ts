import { deflateRawSync } from 'node:zlib'
import { Document, HeadingLevel, Packer, Paragraph } from 'docx'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { importVocabulary, wordsOfAll } from '#app/routes/plan-import/import-words.server'
import { seedDatabase } from '#db/seed/seed'
import type { Actor } from '#server/auth/actor.shared'
import { renderText } from '#server/documents/render-text'
import { aboutSheet } from '#server/exports/about-sheet'
import { measureTable, milestoneTable, responsibilityTable } from '#server/exports/plan-tables'
import { readPlanExport } from '#server/exports/read-plan-export'
import { writeCsv } from '#server/exports/write-csv'
import { writeXlsx } from '#server/exports/write-xlsx'
import { carryOutImport } from '#server/imports/carry-out-import'
import { IMPORT_FILE_LIMIT, IMPORT_ROW_LIMIT, type ImportChoices, noChoices } from '#server/imports/import.shared'
import { decideImport, readImport, storeUpload } from '#server/imports/import-store'
import { judgeRows } from '#server/imports/judge-rows'
import { readPlanState } from '#server/imports/plan-state'
import { readUpload } from '#server/imports/read-upload'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { actorFor } from '#test/support/fixtures'
import { addMeasure, createTeam, refusal, type Team } from '../measures/team'

const vocabulary = importVocabulary()
const words = wordsOfAll('nl')
let here: TestDatabase
let team: Team

beforeAll(async () => {
  here = await createTestDatabase()
})
afterAll(() => here.drop())

async function upload(actor: Actor, content: Buffer, fileName = 'plan.csv') {
  const sheets = await readUpload(content)
  return here.db.transaction().execute(trx => storeUpload(trx, actor, { fileName, content, sheets, vocabulary }))
}
async function preview(actor: Actor, id: string) {
  return judgeRows(await readImport(here.db, actor, id), await readPlanState(here.db, actor, words), vocabulary)
}
const decide = (actor: Actor, id: string, choices: Partial<ImportChoices>) =>
  here.db.transaction().execute(trx => decideImport(trx, actor, { id, choices: { ...noChoices, ...choices } }))
const carryOut = (actor: Actor, id: string, { skipsErrors = false, db = here.db } = {}) =>
  db.transaction().execute(trx =>
    carryOutImport(trx, actor, {
      ...{ id, skipsErrors, words, vocabulary },
      sourceOf: (file, row) => `ingevoerd uit ${file}, rij ${row}`,
    }),
  )
const csv = (...lines: string[]) => Buffer.from(lines.join('\r\n'))
const titles = async (actor: Actor) => (await readPlanExport(here.db, actor)).measures.map(measure => measure.title)

describe('our own export', () => {
  let coordinator: Actor

  beforeAll(async () => {
    await seedDatabase(here.db, { content: 'demo', freeze: renderText })
    const { personId } = await here.db
      .selectFrom('mandate')
      .select('personId')
      .where('role', '=', 'coordinator')
      .executeTakeFirstOrThrow()
    coordinator = await actorFor(here.db, personId)
  })

  const exported = async (format: 'xlsx' | 'csv', language: 'nl' | 'en') => {
    const plan = await readPlanExport(here.db, coordinator)
    const [own] = wordsOfAll(language)
    const table = measureTable(plan, own!)
    if (format === 'csv') return writeCsv(table)
    const tables = [table, responsibilityTable(plan, own!), milestoneTable(plan, own!)]
    return writeXlsx(
      tables,
      aboutSheet(plan, { groupName: 'g', personName: 'p', madeAt: new Date(), filters: [] }, own!),
    )
  }

  test.each([
    ['xlsx', 'nl'],
    ['csv', 'nl'],
    ['xlsx', 'en'],
    ['csv', 'en'],
  ] as const)('comes back without any change: %s in %s', async (format, language) => {
    const { rows, counts, unknown } = await preview(
      coordinator,
      await upload(coordinator, await exported(format, language)),
    )
    expect(rows.filter(row => row.state !== 'unchanged')).toEqual([])
    expect(counts.unchanged).toBe(21)
    expect(unknown).toEqual([])
  })

  test('makes the same plan again in another group, texts and all', async () => {
    const other = await createTeam(here.db)
    const id = await upload(other.coordinator, await exported('csv', 'nl'))
    await carryOut(other.coordinator, id)
    const [was, is] = await Promise.all([coordinator, other.coordinator].map(actor => readPlanExport(here.db, actor)))
    const facts = (plan: typeof was) =>
      plan!.measures
        .map(
          ({
            title,
            number,
            level,
            kind,
            status,
            horizonFrom,
            horizonTo,
            axisName,
            summary,
            text,
            source,
            certainty,
          }) => ({
            ...{
              title,
              number,
              level,
              kind,
              status,
              horizonFrom,
              horizonTo,
              axisName,
              summary,
              text,
              source,
              certainty,
            },
          }),
        )
        .sort((one, other) => one.title.localeCompare(other.title))
    expect(facts(is)).toEqual(facts(was))
    expect(is!.plan?.priorities.map(priority => priority.title)).toEqual([
      'A priority',
      ...was!.plan!.priorities.map(priority => priority.title),
    ])
    const again = await preview(other.coordinator, await upload(other.coordinator, await exported('csv', 'nl')))
    expect(again.rows.filter(row => row.state !== 'unchanged').map(row => [row.title, row.state, row.changes])).toEqual(
      [],
    )
  })
})

describe('a file', () => {
  beforeEach(async () => {
    team = await createTeam(here.db)
  })

  test('shows what is new and what would change, from what to what; twice it changes nothing', async () => {
    const measureId = await addMeasure(here.db, team, { title: 'Die er is', number: 7 })
    const file = csv(
      'Nr.;Titel;Prioriteit;Niveau;Stand;Trekker;Tekst',
      `7;Die er is;A priority;Lokaal;In uitvoering;;`,
      `;Een nieuwe;A priority;Vlaams;;${team.sport.code};## Waarom`,
    )
    const id = await upload(team.coordinator, file)
    const { rows } = await preview(team.coordinator, id)
    expect(rows.map(({ row, state }) => [row, state])).toEqual([
      [2, 'changed'],
      [3, 'new'],
    ])
    expect(rows[0]).toMatchObject({
      measureId,
      changes: [
        { field: 'level', before: 'Vlaams', after: 'Lokaal' },
        { field: 'status', before: 'Nog te bevestigen', after: 'In uitvoering' },
      ],
    })
    await carryOut(team.coordinator, id)
    const { measures, responsibilities } = await readPlanExport(here.db, team.coordinator)
    expect(measures.map(({ title, level, source }) => [title, level, source])).toEqual([
      ['Die er is', 'local', null],
      ['Een nieuwe', 'flemish', 'ingevoerd uit plan.csv, rij 3'],
    ])
    expect(responsibilities).toMatchObject([{ bodyCode: team.sport.code, role: 'lead', state: 'proposed' }])
    const verbs = await here.db
      .selectFrom('activity')
      .select(['verb', 'subjectId'])
      .where('groupId', '=', team.group.id)
      .where('verb', 'in', ['measure.imported', 'measure.changed', 'responsibility.proposed', 'plan.imported'])
      .orderBy('id')
      .execute()
    expect(verbs.map(one => one.verb)).toEqual([
      'measure.imported',
      'measure.changed',
      'responsibility.proposed',
      'plan.imported',
    ])
    const again = await upload(team.coordinator, file)
    expect((await readImport(here.db, team.coordinator, again)).earlierAt).toBeInstanceOf(Date)
    expect((await preview(team.coordinator, again)).counts).toMatchObject({ unchanged: 2, new: 0, changed: 0 })
    expect(await refusal(carryOut(team.coordinator, id))).toBe('conflict/import-done')
  })

  test('names every error by row and column', async () => {
    await addMeasure(here.db, team, { title: 'Die er is', number: 7 })
    await addMeasure(here.db, team, { title: 'Met nummer', number: 8 })
    const id = await upload(
      team.coordinator,
      csv(
        'Nr.;Titel;Prioriteit;Niveau;Stand;Begin;Gevraagd aan (code);Andere prioriteiten',
        ';;A priority;Vlaams;;;;',
        `;${'x'.repeat(201)};A priority;Vlaams;;;;`,
        ';Zonder niveau;A priority;;;;;',
        ';Zonder prioriteit;;Vlaams;;;;',
        ';Vreemd niveau;A priority;Kosmisch;;;;',
        ';Vreemde stand;A priority;Vlaams;bijna;;;',
        ';Vreemde dag;A priority;Vlaams;;31/2/2026;;',
        'negen;Geen getal;A priority;Vlaams;;;;',
        ';Vreemde instantie;A priority;Vlaams;;;NIEMAND;',
        ';Andere;A priority;Vlaams;;;;Onbekend',
        ';Tweemaal;A priority;Vlaams;;;;',
        ';tweemaal;A priority;Vlaams;;;;',
      ),
    )
    const { rows } = await preview(team.coordinator, id)
    expect(
      rows.flatMap(({ row, errors }) => errors.map(({ column, reason }) => `${row} ${column}: ${reason}`)),
    ).toEqual([
      '2 Titel: required',
      '3 Titel: too-long',
      '4 Niveau: required',
      '5 Prioriteit: required',
      '6 Niveau: unknown-word',
      '7 Stand: unknown-word',
      '8 Begin: not-a-partial-date',
      '9 Nr.: not-a-number',
      '10 Gevraagd aan (code): unknown-body',
      '11 Andere prioriteiten: unknown-choice',
      '13 Titel: twice-in-file',
    ])
    expect(await refusal(carryOut(team.coordinator, id))).toBe('conflict/import-has-errors')
    expect(await titles(team.coordinator)).toHaveLength(2)
    await carryOut(team.coordinator, id, { skipsErrors: true })
    expect(await titles(team.coordinator)).toEqual(['Die er is', 'Met nummer', 'Tweemaal'])
  })

  test('is brought in whole or not at all', async () => {
    const first = await addMeasure(here.db, team, { title: 'Eerste', number: 1 })
    const second = await addMeasure(here.db, team, { title: 'Tweede', number: 2 })
    // Each is right on its own; the period of the second ends before it begins, which only the write finds out.
    const id = await upload(
      team.coordinator,
      csv(
        'Id;Titel;Prioriteit;Niveau;Begin;Einde',
        ';Nieuwe;Nieuwe prioriteit;Vlaams;;',
        `${first};Eerste anders;A priority;Vlaams;;`,
        `${second};Tweede;A priority;Vlaams;2026;2025`,
      ),
    )
    expect((await preview(team.coordinator, id)).counts.error).toBe(0)
    expect(await refusal(carryOut(team.coordinator, id))).toBe('invalid/ends-before-start/endsOn')
    const { measures, plan } = await readPlanExport(here.db, team.coordinator)
    expect(measures.map(measure => measure.title)).toEqual(['Eerste', 'Tweede'])
    expect(plan?.priorities).toHaveLength(1)
    expect((await readImport(here.db, team.coordinator, id)).doneAt).toBeNull()
  })

  test('asks what to do with what the plan does not know', async () => {
    const lines = ['Titel;Prioriteit;Actiedomein;Niveau;Trekker']
    lines.push(
      'Een;Eerste vreemde;Vreemd domein;Vlaams;VREEMD',
      'Twee;Tweede vreemde;;Vlaams;',
      'Drie;Derde vreemde;;Vlaams;',
    )
    const id = await upload(team.coordinator, csv(...lines))
    const names = (await preview(team.coordinator, id)).unknown.map(({ field, name, choice }) => [field, name, choice])
    expect(names).toEqual([
      ['priority', 'Eerste vreemde', 'create'],
      ['axis', 'Vreemd domein', 'create'],
      ['lead', 'VREEMD', 'skip'],
      ['priority', 'Tweede vreemde', 'create'],
      ['priority', 'Derde vreemde', 'create'],
    ])
    await decide(team.coordinator, id, {
      priority: { 'Eerste vreemde': 'create', 'Tweede vreemde': team.plan.priorityId, 'Derde vreemde': 'skip' },
      axis: { 'Vreemd domein': 'create' },
      lead: { VREEMD: team.youth.id },
    })
    await carryOut(team.coordinator, id)
    const { measures, plan, responsibilities } = await readPlanExport(here.db, team.coordinator)
    expect(measures.map(({ title, axisName }) => [title, axisName])).toEqual([
      ['Twee', null],
      ['Een', 'Vreemd domein'],
    ])
    expect(plan?.priorities.map(({ position, title }) => `${position}. ${title}`)).toEqual([
      '1. A priority',
      '2. Eerste vreemde',
    ])
    expect(responsibilities.map(row => row.bodyCode)).toEqual([team.youth.code])
  })

  test('leaves what stands where its cell is empty, unless it is told to empty it', async () => {
    await addMeasure(here.db, team, { title: 'Die er is', number: 7, horizon: 'short' })
    const id = await upload(team.coordinator, csv('Nr.;Titel;Looptijd', '7;Die er is;'))
    expect((await preview(team.coordinator, id)).counts.unchanged).toBe(1)
    await decide(team.coordinator, id, { clears: true })
    expect((await preview(team.coordinator, id)).rows[0]?.changes).toEqual([
      { field: 'horizon', before: 'kort', after: '' },
    ])
  })

  test('remembers what its columns hold for a next one', async () => {
    const id = await upload(team.coordinator, csv('Wat;Waar;Hoe hoog', 'Een;A priority;Vlaams'))
    expect((await readImport(here.db, team.coordinator, id)).mapping).toEqual([null, null, null])
    await here.db
      .transaction()
      .execute(trx => decideImport(trx, team.coordinator, { id, mapping: ['title', 'priority', 'level'] }))
    await carryOut(team.coordinator, id)
    const next = await upload(team.coordinator, csv('Waar;WAT;Anders', 'A priority;Twee;x'))
    expect((await readImport(here.db, team.coordinator, next)).mapping).toEqual(['priority', 'title', null])
  })

  test('of a thousand rows asks no more of the database than one of ten', async () => {
    const bringIn = async (count: number, name: string) => {
      const rows = Array.from({ length: count }, (_, index) => `${name} ${index};A priority;Vlaams;## Kop\\n\\ntekst`)
      const id = await upload(team.coordinator, csv('Titel;Prioriteit;Niveau;Tekst', ...rows))
      let queries = 0
      const counting = here.db.withPlugin({
        transformQuery: ({ node }) => {
          queries++
          return node
        },
        transformResult: async ({ result }) => result,
      })
      await carryOut(team.coordinator, id, { db: counting })
      return queries
    }
    const [few, many] = [await bringIn(10, 'Eerste'), await bringIn(1000, 'Maatregel')]
    expect(await titles(team.coordinator)).toHaveLength(1010)
    expect(many).toBe(few)
  })

  test('is for coordinators of the group alone', async () => {
    const id = await upload(team.coordinator, csv('Titel;Prioriteit;Niveau', 'Een;A priority;Vlaams'))
    for (const actor of [team.editor, team.forSport, team.observer]) {
      expect(await refusal(upload(actor, csv('Titel;Niveau', 'Een;Vlaams')))).toBe('forbidden')
      expect(await refusal(readImport(here.db, actor, id))).toBe('forbidden')
      expect(await refusal(decide(actor, id, {}))).toBe('forbidden')
      expect(await refusal(carryOut(actor, id))).toBe('forbidden')
    }
    expect(await refusal(readImport(here.db, team.stranger, id))).toBe('not-found')
    expect(await refusal(carryOut(team.stranger, id))).toBe('not-found')
  })
})

describe('what is read', () => {
  const latin = Buffer.from('Titel;Niveau\r\nCoördinatie één;Vlaams', 'latin1')
  test.each([
    ['UTF-8 with semicolons', csv('\uFEFFTitel;Niveau', 'Coördinatie één;Vlaams')],
    ['UTF-8 with commas', csv('Titel,Niveau', 'Coördinatie één,Vlaams')],
    ['tabs', csv('Titel\tNiveau', 'Coördinatie één\tVlaams')],
    ['the encoding of Windows', latin],
  ])('separated values: %s', async (_, content) => {
    expect(await readUpload(content)).toEqual([
      { name: '', header: ['Titel', 'Niveau'], rows: [['Coördinatie één', 'Vlaams']] },
    ])
  })

  test('a Word file: headings are priorities and measures, what stands below is text', async () => {
    const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
      new Paragraph({ text, heading: level })
    const document = new Document({
      sections: [
        {
          children: [
            heading('Beschermen', HeadingLevel.HEADING_1),
            heading('Actie 3: Drempels wegnemen', HeadingLevel.HEADING_2),
            new Paragraph('Omdat het moet.'),
            heading('Stand', HeadingLevel.HEADING_3),
            new Paragraph({ text: 'een', bullet: { level: 0 } }),
            new Paragraph({ text: 'twee', bullet: { level: 0 } }),
            heading('Nog een', HeadingLevel.HEADING_2),
          ],
        },
      ],
    })
    const [sheet] = await readUpload(await Packer.toBuffer(document))
    expect(sheet?.rows).toEqual([
      ['Beschermen', '3', 'Drempels wegnemen', 'Omdat het moet.\n\n## Stand\n\n- een\n- twee'],
      ['Beschermen', '', 'Nog een', ''],
    ])
  })

  test.each([
    ['nothing', Buffer.alloc(0), 'invalid/file-missing/file'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'invalid/import-file-type/file'],
    ['only a head', csv('Titel;Niveau'), 'invalid/file-empty/file'],
    ['too many bytes', Buffer.alloc(IMPORT_FILE_LIMIT + 1, 'a'), 'too-large/import-too-large/file'],
    ['too many rows', csv('a;b', ...Array(IMPORT_ROW_LIMIT + 1).fill('1;2')), 'too-large/too-many-rows/file'],
  ])('refuses %s', async (_, content, expected) => {
    expect(await refusal(readUpload(content))).toBe(expected)
  })

  test('refuses a workbook that unpacks into far more than it is', async () => {
    expect(await refusal(readUpload(bomb()))).toBe('too-large/file-unpacked-too-large/file')
  })
})

/** A zip file that calls itself a workbook, with 100 MB of nothing in it, and says that it is a byte. */
function bomb(): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  const add = (name: string, content: Buffer) => {
    const packed = deflateRawSync(content)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(1, 22)
    head.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(1, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    parts.push(head, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
  add(
    '[Content_Types].xml',
    Buffer.from(`<Types><Override PartName="/xl/workbook.xml" ContentType="${types}"/></Types>`),
  )
  add('xl/worksheets/sheet1.xml', Buffer.alloc(100 * 1024 * 1024))
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(2, 8)
  end.writeUInt16LE(2, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, ...directory, end])
}
