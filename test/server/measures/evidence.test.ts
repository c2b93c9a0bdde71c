import { deflateRawSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.shared'
import { acceptResponsibility } from '#server/measures/accept-responsibility'
import { addEvidenceFile, addEvidenceLink } from '#server/measures/add-evidence'
import {
  type AddEvidenceFileInput,
  addEvidenceLinkInput,
  EVIDENCE_COUNT_LIMIT,
  EVIDENCE_FILE_LIMIT,
} from '#server/measures/evidence.shared'
import { readEvidenceFile } from '#server/measures/evidence-queries'
import { readMeasure } from '#server/measures/read-measure'
import { removeEvidence } from '#server/measures/remove-evidence'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { addMeasure, ask, createTeam, refusal, type Team } from './team'

let database: TestDatabase
let team: Team
let measureId: string

beforeAll(async () => {
  database = await createTestDatabase()
  team = await createTeam(database.db)
})
afterAll(() => database.drop())
beforeEach(async () => {
  measureId = await addMeasure(database.db, team)
})

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')
const link = (actor: Actor, values: { name?: string; url?: string } = {}) =>
  database.db
    .transaction()
    .execute(trx =>
      addEvidenceLink(trx, actor, { measureId, name: '', description: '', url: 'https://example.org/a', ...values }),
    )
const file = (actor: Actor, values: Partial<AddEvidenceFileInput> = {}) =>
  database.db.transaction().execute(trx =>
    addEvidenceFile(trx, actor, {
      measureId,
      name: '',
      description: '',
      fileName: 'report.pdf',
      content: pdf,
      ...values,
    }),
  )
const remove = (actor: Actor, evidenceId: string) =>
  database.db.transaction().execute(trx => removeEvidence(trx, actor, { measureId, evidenceId }))
const list = async () => (await readMeasure(database.db, team.observer, measureId)).evidence
const accept = async (bodyId: string, actor: Actor, role: 'lead' | 'co-lead' | 'consulted') => {
  const responsibilityId = await ask(database.db, team, measureId, bodyId, role)
  await database.db.transaction().execute(trx => acceptResponsibility(trx, actor, { responsibilityId }))
}

describe('who', () => {
  test.each([
    ['coordinator', 'nothing was refused'],
    ['editor', 'nothing was refused'],
    ['forSport', 'nothing was refused'],
    ['forYouth', 'forbidden'],
    ['observer', 'forbidden'],
    ['stranger', 'not-found'],
  ] as const)('adds: %s', async (who, outcome) => {
    expect(await refusal(link(team.forSport))).toBe('forbidden')
    await accept(team.sport.id, team.forSport, 'co-lead')
    await accept(team.youth.id, team.forYouth, 'consulted')
    expect(await refusal(link(team[who]))).toBe(outcome)
    expect(await refusal(file(team[who]))).toBe(outcome)
  })

  test.each([
    ['coordinator', 'nothing was refused'],
    ['editor', 'nothing was refused'],
    ['forSport', 'nothing was refused'],
    ['forYouth', 'forbidden'],
    ['observer', 'forbidden'],
    ['stranger', 'not-found'],
  ] as const)('takes away what a body added: %s', async (who, outcome) => {
    await accept(team.sport.id, team.forSport, 'lead')
    const id = await file(team.forSport)
    expect(await refusal(remove(team[who], id))).toBe(outcome)
  })

  test.each(['coordinator', 'editor', 'forSport', 'forYouth', 'observer'] as const)('downloads: %s', async who => {
    const evidenceId = await file(team.editor)
    const read = await readEvidenceFile(database.db, team[who], { measureId, evidenceId })
    expect(read).toMatchObject({ fileName: 'report.pdf', mediaType: 'application/pdf' })
    expect(read.content.equals(pdf)).toBe(true)
  })

  test('of another group downloads nothing', async () => {
    const evidenceId = await file(team.editor)
    expect(await refusal(readEvidenceFile(database.db, team.stranger, { measureId, evidenceId }))).toBe('not-found')
    const elsewhere = await addMeasure(database.db, team)
    expect(await refusal(readEvidenceFile(database.db, team.editor, { measureId: elsewhere, evidenceId }))).toBe(
      'not-found',
    )
    expect(await refusal(readEvidenceFile(database.db, team.editor, { measureId, evidenceId: 'x' }))).toBe('not-found')
  })
})

describe('what', () => {
  test('links and files are listed with who added them, the newest first', async () => {
    await link(team.editor, { url: 'https://www.vlaanderen.be/nota?x=1' })
    await file(team.coordinator, { name: 'Jaarverslag 2025', fileName: 'C:\\Mijn map\\verslag.pdf' })
    expect(await list()).toMatchObject([
      {
        kind: 'file',
        name: 'Jaarverslag 2025',
        fileName: 'verslag.pdf',
        mediaType: 'application/pdf',
        size: pdf.length,
      },
      { kind: 'link', name: 'www.vlaanderen.be', addedByCode: team.editor.mandate.bodyCode },
    ])
  })

  test.each([
    ['a program that says it is a PDF', 'report.pdf', Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04\x00', 'latin1')],
    ['a picture that says it is a PDF', 'report.pdf', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a page', 'page.html', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a drawing that can run', 'drawing.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>')],
    ['an archive', 'all.zip', zip({ 'a.txt': 'a' })],
    ['an archive that says it is a document', 'plan.docx', zip({ 'a.txt': 'a' })],
    ['a document with macros', 'plan.docx', document('vnd.ms-word.document.macroEnabled.main+xml')],
    ['bytes that say they are text', 'notes.txt', Buffer.from([0x61, 0x00, 0x62])],
    ['text without a name that says so', 'notes', Buffer.from('text')],
  ])('%s is refused', async (_, fileName, content) => {
    expect(await refusal(file(team.editor, { fileName, content }))).toBe('invalid/file-type/content')
    expect(await list()).toEqual([])
  })

  test.each([
    ['report.PDF', pdf, 'application/pdf'],
    ['photo.jpeg', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), 'image/jpeg'],
    [
      'plan.docx',
      document('vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['lijst.csv', Buffer.from('naam;aantal\r\nCaf\xe9;3\r\n', 'latin1'), 'text/csv'],
    ['notes.txt', Buffer.from('Eén regel\n'), 'text/plain'],
  ])('%s is taken', async (fileName, content, mediaType) => {
    await file(team.editor, { fileName, content })
    expect(await list()).toMatchObject([{ fileName, mediaType }])
  })

  test('a file that is empty or too large is refused, one that is just small enough is taken', async () => {
    expect(await refusal(file(team.editor, { content: Buffer.alloc(0) }))).toBe('invalid/file-missing/content')
    const full = Buffer.concat([pdf, Buffer.alloc(EVIDENCE_FILE_LIMIT - pdf.length, 0x20)])
    expect(await refusal(file(team.editor, { content: Buffer.concat([full, Buffer.from(' ')]) }))).toBe(
      'too-large/file-too-large/content',
    )
    expect(await refusal(file(team.editor, { content: full }))).toBe('nothing was refused')
  })

  test('there is an end to how much', async () => {
    await database.db
      .insertInto('evidence')
      .expression(
        sql`select gen_random_uuid(), ${measureId}, 'link', 'x', '', 'https://example.org', null, null, null, ${team.editor.mandate.id}, now(), null, null
          from generate_series(1, ${EVIDENCE_COUNT_LIMIT}::int)` as never,
      )
      .execute()
    expect(await refusal(link(team.editor))).toBe('conflict/too-many-items')
  })

  test.each([
    ['https://www.vlaanderen.be/x', undefined],
    ['javascript:alert(1)', 'not-an-address'],
    ['ftp://example.org/x', 'not-an-address'],
    ['vlaanderen.be', 'not-an-address'],
    ['', 'required'],
  ])('an address: %s', (url, message) => {
    const { error } = addEvidenceLinkInput.safeParse({ measureId: crypto.randomUUID(), name: '', url })
    expect(error?.issues[0]?.message).toBe(message)
  })
})

test('what is taken away goes, with a trace', async () => {
  const id = await file(team.editor, { name: 'Verslag' })
  await remove(team.coordinator, id)
  expect(await list()).toEqual([])
  expect(await refusal(readEvidenceFile(database.db, team.editor, { measureId, evidenceId: id }))).toBe('not-found')
  expect(await refusal(remove(team.coordinator, id))).toBe('not-found')
  const kept = await database.db.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect(kept).toMatchObject({ name: 'Verslag', removedBy: team.coordinator.mandate.id })
  const trail = await database.db
    .selectFrom('activity')
    .select(['verb', 'before', 'after', 'mandateId'])
    .where('subjectId', '=', measureId)
    .where('verb', 'like', 'evidence.%')
    .orderBy('id')
    .execute()
  expect(trail).toMatchObject([
    { verb: 'evidence.added', after: { name: 'Verslag', fileName: 'report.pdf' }, mandateId: team.editor.mandate.id },
    { verb: 'evidence.removed', before: { name: 'Verslag' }, mandateId: team.coordinator.mandate.id },
  ])
})

/** The least that an Office document is, with what its main part says it is. */
function document(type: string): Buffer {
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/${type}"/></Types>`
  return zip({ '[Content_Types].xml': types, 'word/document.xml': '<w:document/>' })
}

/** An archive as small as one can be. */
function zip(files: Record<string, string>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text)
    const packed = deflateRawSync(content)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed])
    const central = Buffer.alloc(14)
    central.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, central, Buffer.from(name)]))
    parts.push(local)
    offset += local.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(index.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, index, end])
}

function crc32(content: Buffer): number {
  let crc = 0xffffffff
  for (const byte of content) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
