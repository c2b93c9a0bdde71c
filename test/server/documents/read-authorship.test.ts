import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Actor } from '#server/auth/actor.shared'
import { compareTexts, type Hand } from '#server/documents/compare-texts.shared'
import { DocumentStore } from '#server/documents/document-store'
import { nameHands } from '#server/documents/name-hands'
import { nameVersion } from '#server/documents/name-version'
import { readAuthorship } from '#server/documents/read-authorship'
import { readTextNow } from '#server/documents/read-content'
import { restoreVersion } from '#server/documents/restore-version'
import { TEXT_FIELD } from '#server/documents/text-schema.shared'
import { readVersion } from '#server/documents/version-queries'
import { addMeasure, createTeam, refusal, type Team } from '#test/server/measures/team'
import { createTestDatabase, type TestDatabase } from '#test/support/database'

let database: TestDatabase
let team: Team

beforeAll(async () => {
  database = await createTestDatabase()
  team = await createTeam(database.db)
})

afterAll(() => database.drop())

/** A measure's text that people have open, each in a browser of their own. */
async function openText() {
  const { db, pool } = database
  const measureId = await addMeasure(db, team)
  const { documentId } = await db
    .selectFrom('measure')
    .select('documentId')
    .where('id', '=', measureId)
    .executeTakeFirstOrThrow()
  const docs: Y.Doc[] = []
  const hear = (update: Uint8Array) => docs.map(doc => Y.applyUpdate(doc, update, 'server'))
  const store = new DocumentStore(db, pool, {
    onCommitted: ({ update }) => hear(update),
    onHeard: (_, update) => hear(update),
    receivers: () => 2,
  })
  return {
    documentId,
    store,
    open({ personId, mandate }: Actor) {
      const doc = new Y.Doc()
      docs.push(doc)
      doc.on('update', (update, origin) => {
        if (origin !== 'server') store.submit({ documentId, update, personId, mandateId: mandate.id, origin: '' })
      })
      return doc.getXmlFragment(TEXT_FIELD)
    },
    name: (actor: Actor) => db.transaction().execute(trx => nameVersion(trx, actor, { documentId, name: 'Zo' })),
    async restore(actor: Actor, number: number) {
      const before = await db.transaction().execute(trx => restoreVersion(trx, actor, { documentId, number }))
      await store.lookFor(documentId)
      return before
    },
    /** Every stretch: its words, who wrote them and who brought them back. */
    async written() {
      const { authors, restorers, blocks } = await readAuthorship(db, team.observer, documentId)
      const name = (author: number | null | undefined) =>
        author === null || author === undefined ? author : authors[author]?.personId
      return {
        runs: blocks.flatMap(({ runs }) => runs.map(run => [run.text, name(run.author), name(run.restoredBy)])),
        restorers: restorers.map(({ author, characters }) => [name(author), characters]),
      }
    },
  }
}

const paragraphOf = (text: string) => {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  return paragraph
}
const wordsOf = (fragment: Y.XmlFragment, index: number) => (fragment.get(index) as Y.XmlElement).get(0) as Y.XmlText

test('every word is of who wrote it, also in the middle of what somebody else wrote', async () => {
  const { db } = database
  const { documentId, store, open } = await openText()
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

test('what a restoring brings back is of who wrote it; the restorer is named beside it', async () => {
  const text = await openText()
  const editor = text.open(team.editor)
  const coordinator = text.open(team.coordinator)
  editor.insert(0, [paragraphOf('De termijn is zes maanden.'), paragraphOf('Sport betaalt.')])
  await text.store.flush()
  wordsOf(coordinator, 0).insert(14, 'hoogstens ')
  await text.store.flush()
  const first = await text.name(team.editor)

  // What came back before, and was written over again, is still of who wrote it first.
  for (const restorer of [team.editor, team.coordinator]) {
    coordinator.delete(0, 2)
    await text.store.flush()
    await text.restore(restorer, first.number)
    const { editor: wrote, coordinator: alsoWrote } = team
    const back = (author: Actor) => (author === restorer ? undefined : restorer.personId)
    expect(await text.written()).toEqual({
      runs: [
        ['De termijn is ', wrote.personId, back(wrote)],
        ['hoogstens ', alsoWrote.personId, back(alsoWrote)],
        ['zes maanden.', wrote.personId, back(wrote)],
        ['Sport betaalt.', wrote.personId, back(wrote)],
      ],
      restorers: [[restorer.personId, restorer === team.editor ? 10 : 40]],
    })
  }
})

test('what a restorer typed afterwards is the restorer’s own, and a restoring stands as it was written down', async () => {
  const text = await openText()
  const editor = text.open(team.editor)
  const coordinator = text.open(team.coordinator)
  editor.insert(0, [paragraphOf('Eén 👍 twee.')])
  await text.store.flush()
  const { number } = await text.name(team.editor)
  editor.delete(0, 1)
  await text.store.flush()
  await text.restore(team.coordinator, number)
  wordsOf(coordinator, 0).insert(4, 'en ')
  await text.store.flush()
  const { editor: wrote, coordinator: restorer } = team
  expect((await text.written()).runs).toEqual([
    ['Eén ', wrote.personId, restorer.personId],
    ['en ', restorer.personId, undefined],
    ['👍 twee.', wrote.personId, restorer.personId],
  ])
  await expect(database.db.updateTable('documentRestoration').set({ words: '[]' }).execute()).rejects.toThrow(
    /append-only/,
  )
})

test('a comparison names who wrote what one side lacks, and who took it away', async () => {
  const { db } = database
  const text = await openText()
  const editor = text.open(team.editor)
  const coordinator = text.open(team.coordinator)
  editor.insert(0, [
    paragraphOf('De termijn is zes maanden.'),
    paragraphOf('Sport betaalt.'),
    paragraphOf('Dit blijft.'),
  ])
  await text.store.flush()
  const first = await text.name(team.editor)
  wordsOf(coordinator, 0).delete(14, 3)
  wordsOf(coordinator, 0).insert(14, 'twaalf')
  coordinator.delete(1, 1)
  await text.store.flush()
  wordsOf(editor, 0).insert(29, ' Of langer.')
  await text.store.flush()
  const second = await text.name(team.editor)
  await text.restore(team.coordinator, first.number)

  const documentId = text.documentId
  const at = (number: number) => readVersion(db, team.observer, { documentId, number })
  const handsBetween = async (before: Awaited<ReturnType<typeof at>>, after: typeof before) => {
    const rows = await nameHands(db, team.observer, {
      documentId,
      rows: compareTexts(before.json, after.json),
      before,
      after,
    })
    const name = (hand: Hand) => [hand.wrote?.personId, hand.restoredBy?.personId, hand.removedBy?.personId]
    return rows.map(({ kind, hands }) => [kind, hands?.before.map(name), hands?.after.map(name)])
  }
  const [one, other] = [team.editor.personId, team.coordinator.personId]
  expect(await handsBetween(await at(first.number), await at(second.number))).toEqual([
    [
      'changed',
      [[one, undefined, other]],
      [
        [other, undefined, undefined],
        [one, undefined, undefined],
      ],
    ],
    ['removed', [[one, undefined, other]], []],
    ['same', undefined, undefined],
  ])
  // Back again: whoever restored took away what stood there, and brought back what others wrote.
  const now = await readTextNow(db, documentId)
  expect(await handsBetween(await at(second.number), { ...(await at(second.number)), ...now })).toEqual([
    [
      'changed',
      [
        [other, undefined, other],
        [one, undefined, other],
      ],
      [[one, other, undefined]],
    ],
    ['added', [], [[one, other, undefined]]],
    ['same', undefined, undefined],
  ])
  expect(await refusal(nameHands(db, team.stranger, { documentId, rows: [], before: now, after: now }))).toBe(
    'not-found',
  )
})
