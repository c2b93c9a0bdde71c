import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Actor } from '#server/auth/actor.shared'
import { DocumentStore } from '#server/documents/document-store'
import { readAuthorship } from '#server/documents/read-authorship'
import { TEXT_FIELD } from '#server/documents/text-schema.shared'
import { addMeasure, createTeam, refusal, type Team } from '#test/server/measures/team'
import { createTestDatabase, type TestDatabase } from '#test/support/database'

let database: TestDatabase
let team: Team

beforeAll(async () => {
  database = await createTestDatabase()
  team = await createTeam(database.db)
})

afterAll(() => database.drop())

test('every word is of who wrote it, also in the middle of what somebody else wrote', async () => {
  const { db, pool } = database
  const measureId = await addMeasure(db, team)
  const { documentId } = await db
    .selectFrom('measure')
    .select('documentId')
    .where('id', '=', measureId)
    .executeTakeFirstOrThrow()
  const docs: Y.Doc[] = []
  const store = new DocumentStore(db, pool, {
    onCommitted: ({ update }) => docs.map(doc => Y.applyUpdate(doc, update, 'server')),
    onHeard: () => {},
    receivers: () => 2,
  })
  const open = ({ personId, mandate }: Actor) => {
    const doc = new Y.Doc()
    docs.push(doc)
    doc.on('update', (update, origin) => {
      if (origin !== 'server') store.submit({ documentId, update, personId, mandateId: mandate.id, origin: '' })
    })
    return doc.getXmlFragment(TEXT_FIELD)
  }
  const editor = open(team.editor)
  const coordinator = open(team.coordinator)

  const heading = new Y.XmlElement('heading')
  heading.setAttribute('level', 2 as never)
  heading.insert(0, [new Y.XmlText('Waarom')])
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('De termijn is zes maanden.')])
  editor.insert(0, [heading, paragraph])
  await store.flush()
  const words = (coordinator.get(1) as Y.XmlElement).get(0) as Y.XmlText
  words.delete(14, 3)
  words.insert(14, 'twaalf')
  words.format(0, 2, { bold: {} })
  await store.flush()

  const { authors, blocks } = await readAuthorship(db, team.observer, documentId)
  expect(authors.map(({ personId, bodyCode, characters }) => [personId, bodyCode, characters])).toEqual([
    [team.editor.personId, team.sport.code, 29],
    [team.coordinator.personId, team.coordinator.mandate.bodyCode, 6],
  ])
  expect(blocks.map(({ kind, runs }) => [kind, runs])).toEqual([
    ['heading', [{ text: 'Waarom', author: 0 }]],
    [
      'paragraph',
      [
        { text: 'De termijn is ', author: 0 },
        { text: 'twaalf', author: 1 },
        { text: ' maanden.', author: 0 },
      ],
    ],
  ])
  expect(await refusal(readAuthorship(db, team.stranger, documentId))).toBe('not-found')
})
