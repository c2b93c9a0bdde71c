import type { JSONContent } from '@tiptap/core'
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createDocument } from '#server/documents/create-document'
import { DocumentStore } from '#server/documents/document-store'
import { loadState } from '#server/documents/load-state'
import { nameVersion } from '#server/documents/name-version'
import { readContent } from '#server/documents/read-content'
import { restoreVersion } from '#server/documents/restore-version'
import { TEXT_FIELD, textSchema } from '#server/documents/text-schema.shared'
import { authorsBetween, listVersions, readVersion } from '#server/documents/version-queries'
import { writeContent } from '#server/documents/write-content'
import { addMeasure, createTeam, refusal, type Team } from '#test/server/measures/team'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createActor } from '#test/support/fixtures'

let database: TestDatabase
let team: Team

beforeAll(async () => {
  database = await createTestDatabase()
  team = await createTeam(database.db)
})

afterAll(() => database.drop())

const paragraph = (text: string, ...marks: string[]): JSONContent => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks: marks.map(type => ({ type })) }],
})
const heading = (text: string): JSONContent => ({ ...paragraph(text), type: 'heading', attrs: { level: 2 } })
const list = (...items: string[]): JSONContent => ({
  type: 'bulletList',
  content: items.map(item => ({ type: 'listItem', content: [paragraph(item)] })),
})
const doc = (...content: JSONContent[]): JSONContent => ({ type: 'doc', content })

/** A measure's text that the editor and the coordinator have open, each in a browser of their own. */
async function openText() {
  const { db, pool } = database
  const measureId = await addMeasure(db, team)
  const { documentId } = await db
    .selectFrom('measure')
    .select('documentId')
    .where('id', '=', measureId)
    .executeTakeFirstOrThrow()
  const docs: Y.Doc[] = []
  const hear = (update: Uint8Array) => docs.map(other => Y.applyUpdate(other, update, 'server'))
  const store = new DocumentStore(db, pool, {
    onCommitted: ({ update }) => hear(update),
    onHeard: (_, update) => hear(update),
    receivers: () => 2,
  })
  const open = ({ personId, mandate }: typeof team.editor) => {
    const text = new Y.Doc()
    docs.push(text)
    text.on('update', (update, origin) => {
      if (origin !== 'server') store.submit({ documentId, update, personId, mandateId: mandate.id, origin: '' })
    })
    return text
  }
  const restore = (number: number, actor = team.editor) =>
    db.transaction().execute(trx => restoreVersion(trx, actor, { documentId, number }))
  return {
    measureId,
    documentId,
    store,
    editor: open(team.editor),
    coordinator: open(team.coordinator),
    name: (name: string, actor = team.editor) =>
      db.transaction().execute(trx => nameVersion(trx, actor, { documentId, name })),
    restore,
    /** Restores, as a page does, and lets the open texts hear of it. */
    async restoreLive(number: number) {
      const before = await restore(number)
      await store.lookFor(documentId)
      return before
    },
    now: () => readContent(db, documentId),
    seq: async () => (await loadState(db, documentId)).seq,
  }
}

type Text = Awaited<ReturnType<typeof openText>>

/** Writes a text the way the editor does: what is the same stays untouched. */
async function write({ store }: Text, text: Y.Doc, content: JSONContent) {
  prosemirrorJSONToYXmlFragment(textSchema, content, text.getXmlFragment(TEXT_FIELD))
  await store.flush()
}

const blocks = (text: Y.Doc) => text.getXmlFragment(TEXT_FIELD).toArray() as Y.XmlElement[]
const words = (block: Y.XmlElement | undefined) => block?.get(0) as Y.XmlText
const idOf = (block: Y.XmlElement | undefined) => block?._item?.id

describe('naming a version', () => {
  test('freezes the text under a name, by whom and for whom, and puts it on the record', async () => {
    const text = await openText()
    await write(text, text.editor, doc(paragraph('eerste')))
    await text.name('Voor de lezing')
    await write(text, text.coordinator, doc(paragraph('eerste'), paragraph('tweede')))
    await text.name('Na de lezing', team.coordinator)
    const versions = await listVersions(database.db, team.observer, text.documentId)
    expect(versions.map(({ number, name, reason, author }) => [number, name, reason, author?.personId])).toEqual([
      [2, 'Na de lezing', 'manual', team.coordinator.personId],
      [1, 'Voor de lezing', 'manual', team.editor.personId],
    ])
    expect(versions[1]?.author).toMatchObject({ bodyCode: team.sport.code, role: 'editor' })
    const activity = await database.db
      .selectFrom('activity')
      .select(['verb', 'after', 'topics'])
      .where('subjectId', '=', text.measureId)
      .where('verb', '=', 'text.version-named')
      .orderBy('id')
      .execute()
    expect(activity[0]?.after).toEqual({ version: 1, name: 'Voor de lezing' })
    expect(activity[0]?.topics).toContain(`measure:${text.measureId}`)
  })

  test('is for editors, in their own group', async () => {
    const text = await openText()
    expect(await refusal(text.name('Mijn versie', team.forSport))).toBe('forbidden')
    expect(await refusal(text.name('Mijn versie', team.observer))).toBe('forbidden')
    expect(await refusal(text.name('Mijn versie', team.stranger))).toBe('not-found')
    expect(await listVersions(database.db, team.stranger, text.documentId)).toEqual([])
  })
})

describe('restoring a version', () => {
  test('is one more edit: the log grows, what was there is a version of its own, and restoring that undoes it', async () => {
    const text = await openText()
    await write(text, text.editor, doc(heading('Waarom'), paragraph('eerste')))
    const first = await text.name('Begin')
    await write(text, text.coordinator, doc(heading('Waarom niet'), list('een', 'twee')))
    const changed = await text.now()
    const seq = await text.seq()

    const before = await text.restoreLive(first.number)
    expect(await text.seq()).toBe(seq + 1)
    expect((await text.now()).hash).toBe(first.hash)
    const versions = await listVersions(database.db, team.editor, text.documentId)
    expect(versions.map(({ number, reason }) => [number, reason])).toEqual([
      [before.number, 'restore'],
      [first.number, 'manual'],
    ])

    await text.restoreLive(before.number)
    expect((await text.now()).json).toEqual(changed.json)
    expect(await text.seq()).toBe(seq + 2)
  })

  test('touches only what differs: the rest keeps its place and its authors', async () => {
    const text = await openText()
    const kept = [heading('Waarom'), paragraph('Dit blijft.'), list('ook', 'dit')]
    await write(text, text.editor, doc(...kept, paragraph('De termijn is zes maanden.')))
    const first = await text.name('Begin')
    await write(
      text,
      text.coordinator,
      doc(paragraph('Nieuw vooraan.'), ...kept, paragraph('De termijn is twaalf maanden.')),
    )
    const ids = blocks(text.editor).slice(1).map(idOf)

    await text.restoreLive(first.number)
    expect((await text.now()).hash).toBe(first.hash)
    expect(blocks(text.editor).map(idOf)).toEqual(ids)
    const last = words(blocks(text.editor).at(-1)).toString()
    expect(last).toBe('De termijn is zes maanden.')
    expect(blocks(text.editor).every(block => idOf(block)?.client === text.editor.clientID)).toBe(true)
  })

  test('reaches texts that are open, and keeps what somebody types at the same moment', async () => {
    const text = await openText()
    await write(text, text.editor, doc(paragraph('Dit blijft.'), paragraph('Oud.')))
    const first = await text.name('Begin')
    await write(text, text.coordinator, doc(paragraph('Dit blijft.'), paragraph('Heel iets anders.')))

    await text.restore(first.number)
    // This browser has not heard of it yet.
    words(blocks(text.coordinator)[0]).insert(0, 'Tegelijk. ')
    await text.store.flush()
    await text.store.lookFor(text.documentId)
    expect((await text.now()).text).toBe('Tegelijk. Dit blijft.\nOud.')
    for (const open of [text.editor, text.coordinator])
      expect(blocks(open).map(block => words(block).toString())).toEqual(['Tegelijk. Dit blijft.', 'Oud.'])
  })

  test('goes on under a client id of its own, that belongs to who restored', async () => {
    const text = await openText()
    await write(text, text.editor, doc(paragraph('eerste')))
    const first = await text.name('Begin')
    await write(text, text.editor, doc(paragraph('tweede')))
    const before = await text.seq()
    await database.db
      .transaction()
      .execute(trx => restoreVersion(trx, team.coordinator, { documentId: text.documentId, number: first.number }))
    const owners = await database.db
      .selectFrom('documentClient')
      .select(['clientId', 'personId', 'mandateId'])
      .where('documentId', '=', text.documentId)
      .execute()
    const restorer = owners.filter(owner => owner.clientId !== text.editor.clientID)
    expect(restorer).toMatchObject([{ personId: team.coordinator.personId, mandateId: team.coordinator.mandate.id }])
    const wrote = await authorsBetween(database.db, team.observer, {
      documentId: text.documentId,
      from: before,
      to: before + 1,
    })
    expect(wrote.map(author => author.personId)).toEqual([team.coordinator.personId])
  })

  test('is for editors, of a version that there is, with something to bring back', async () => {
    const text = await openText()
    await write(text, text.editor, doc(paragraph('eerste')))
    const { number } = await text.name('Begin')
    expect(await refusal(text.restore(number))).toBe('conflict/text-says-this')
    await write(text, text.editor, doc(paragraph('tweede')))
    expect(await refusal(text.restore(number, team.forSport))).toBe('forbidden')
    expect(await refusal(text.restore(number, team.stranger))).toBe('not-found')
    expect(await refusal(text.restore(99))).toBe('not-found')
    expect(await refusal(readVersion(database.db, team.stranger, { documentId: text.documentId, number }))).toBe(
      'not-found',
    )
    expect((await text.now()).text).toBe('tweede')
    expect(await listVersions(database.db, team.editor, text.documentId)).toHaveLength(1)
  })

  test('is on the record once, as a restoring, beside what others wrote', async () => {
    const text = await openText()
    await write(text, text.editor, doc(paragraph('eerste')))
    const { number } = await text.name('Begin')
    await writeContent(database.db, text.documentId)
    await write(text, text.coordinator, doc(paragraph('tweede')))
    await text.restoreLive(number)
    await write(text, text.coordinator, doc(paragraph('eerste'), paragraph('derde')))
    await writeContent(database.db, text.documentId)
    const activity = await database.db
      .selectFrom('activity')
      .select(['verb', 'personId'])
      .where('subjectId', '=', text.measureId)
      .where('verb', 'in', ['text.restored', 'text.edited'])
      .orderBy('id')
      .execute()
    expect(activity).toEqual([
      { verb: 'text.restored', personId: team.editor.personId },
      { verb: 'text.edited', personId: team.coordinator.personId },
    ])
  })

  test('brings back any text from any other, formatting and all', async () => {
    const random = randomFrom(11)
    const word = () => ['vrijwilliger', 'loket', 'sport', 'jeugd', 'termijn'][Math.floor(random() * 5)]!
    const sentence = () => Array.from({ length: 1 + Math.floor(random() * 4) }, word).join(' ')
    const block = (): JSONContent => {
      const kind = Math.floor(random() * 5)
      if (kind === 0) return heading(sentence())
      if (kind === 1) return list(sentence(), sentence())
      if (kind === 2) return { type: 'blockquote', content: [paragraph(sentence(), 'italic')] }
      if (kind === 3) return { type: 'paragraph' }
      return {
        type: 'paragraph',
        content: [...paragraph(sentence()).content!, ...paragraph(sentence(), 'bold').content!],
      }
    }
    const text = await openText()
    const states: { number: number; hash: string }[] = []
    for (let i = 0; i < 8; i++) {
      await write(text, text.editor, doc(...Array.from({ length: 1 + Math.floor(random() * 6) }, block)))
      states.push(await text.name(`${i}`))
    }
    for (let i = 0; i < 20; i++) {
      const state = states[Math.floor(random() * states.length)]!
      if ((await text.now()).hash === state.hash) continue
      await text.restoreLive(state.number)
      expect((await text.now()).hash).toBe(state.hash)
    }
  })

  test('brings back what the schema knows, also where a foreign client broke the text', async () => {
    const text = await openText()
    await write(text, text.editor, doc(paragraph('heel')))
    const first = await text.name('Heel')
    await write(text, text.editor, doc(paragraph('half')))
    text.editor.getXmlFragment(TEXT_FIELD).insert(0, [new Y.XmlText('los'), new Y.XmlElement('vreemd')])
    await text.store.flush()
    await text.restoreLive(first.number)
    expect((await text.now()).hash).toBe(first.hash)
  })
})

test('a text without a version has none to list, and a group sees only its own', async () => {
  const stranger = await createActor(database.db)
  const documentId = await database.db
    .transaction()
    .execute(trx => createDocument(trx, { groupId: stranger.groupId, subjectType: 'measure', subjectId: team.plan.id }))
  expect(await listVersions(database.db, stranger, documentId)).toEqual([])
})

/** The same numbers on every run (mulberry32). */
function randomFrom(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
