import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import actionPlan from '#db/seed/action-plan.json'
import { seedDatabase } from '#db/seed/seed'
import { renderText } from '#server/documents/render-text'
import { TEXT_FIELD, textSchema } from '#server/documents/text-schema.shared'
import { createTestDatabase, type TestDatabase } from '#test/support/database'

let here: TestDatabase

beforeAll(async () => {
  here = await createTestDatabase()
  await seedDatabase(here.db, { content: 'demo', freeze: renderText })
})
afterAll(() => here.drop())

test('has a text for every measure, valid in the schema, as the first row of its log', async () => {
  const texts = await here.db
    .selectFrom('measure')
    .innerJoin('document', 'document.id', 'measure.documentId')
    .innerJoin('documentUpdate', 'documentUpdate.documentId', 'document.id')
    .innerJoin('documentSnapshot', 'documentSnapshot.documentId', 'document.id')
    .innerJoin('documentClient', 'documentClient.documentId', 'document.id')
    .select(['measure.id as measureId', 'measure.source', 'document.subjectType', 'document.subjectId'])
    .select(['documentUpdate.seq as updateSeq', 'documentSnapshot.seq as snapshotSeq'])
    .select(['documentUpdate.update', 'documentSnapshot.state', 'documentUpdate.personId', 'documentClient.clientId'])
    .where('documentUpdate.seq', '=', 1)
    .where('documentClient.personId', 'is', null)
    .execute()
  expect(texts).toHaveLength(21)
  for (const text of texts) {
    expect(text).toMatchObject({ subjectType: 'measure', subjectId: text.measureId, personId: null })
    expect([text.updateSeq, text.snapshotSeq]).toEqual([1, 1])
    expect(text.state).toEqual(text.update)

    const document = new Y.Doc()
    Y.applyUpdate(document, text.update)
    expect([...document.store.clients.keys()]).toEqual([text.clientId])
    const json = yXmlFragmentToProsemirrorJSON(document.getXmlFragment(TEXT_FIELD))
    const node = textSchema.nodeFromJSON(json)
    node.check()
    expect(node.firstChild?.attrs.level).toBe(2)
    expect(node.lastChild?.textContent).toBe(`Bron: ${text.source}.`)
  }
})

test('says in a text what the source says, with figures where it has them', async () => {
  const { state } = await here.db
    .selectFrom('documentSnapshot')
    .innerJoin('measure', 'measure.documentId', 'documentSnapshot.documentId')
    .select('documentSnapshot.state')
    .where('measure.number', '=', 4)
    .executeTakeFirstOrThrow()
  const source = actionPlan.measures.find(measure => measure.number === 4)!
  expect(renderText(state).text.split('\n')).toEqual([
    'Waarom',
    source.description,
    'Stand van zaken',
    ...source.statusFacts,
    'Cijfers',
    '2019: 6.003 aanvragen',
    '2019: 5.256 goedgekeurde aanvragen',
    '2019: 707 geweigerde aanvragen',
    '2019: 40 aanvragen in behandeling',
    'Bron: Actieplan 2016, actie 4.',
  ])
})
