import type { JSONContent } from '@tiptap/core'
import type { Kysely } from 'kysely'
import * as Y from 'yjs'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { AuthoredBlock, Authorship } from './authorship.shared'
import { findDocument } from './document-access'
import { loadState } from './load-state'
import { type TextBlock, textBlocks } from './text-blocks.shared'
import { TEXT_FIELD } from './text-schema.shared'
import type { TextAuthor } from './version.shared'

/**
 * Reads who wrote which words of a text as it is now, from the owners of the client ids in it. Words that were moved or
 * brought back are of whoever did that.
 * @throws DomainError `not-found` when there is no such document in the actor's group
 */
export async function readAuthorship(
  db: Kysely<Database>,
  actor: Pick<Actor, 'mandates' | 'groupId'>,
  documentId: string,
): Promise<Authorship> {
  if (!(await findDocument(db, actor, documentId))) throw new DomainError('not-found')
  const { state } = await loadState(db, documentId)
  // After the state: whoever wrote in it has claimed their client ids by then.
  const owners = await ownersOf(db, documentId)
  const text = new Y.Doc()
  Y.applyUpdate(text, state)
  const content = text.getXmlFragment(TEXT_FIELD).toArray().flatMap(readNode)
  text.destroy()
  return attribute(textBlocks({ type: 'doc', content }), owners)
}

async function ownersOf(db: Kysely<Database>, documentId: string): Promise<Map<string, TextAuthor>> {
  const rows = await db
    .selectFrom('documentClient')
    .innerJoin('mandate', 'mandate.id', 'documentClient.mandateId')
    .innerJoin('person', 'person.id', 'mandate.personId')
    .innerJoin('body', 'body.id', 'mandate.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .select(['clientId', 'person.id as personId', 'person.name as personName', 'mandate.role'])
    .select(['body.code as bodyCode', 'body.name as bodyName', 'sector.colour'])
    .where('documentId', '=', documentId)
    .execute()
  return new Map(rows.map(({ clientId, ...author }) => [String(clientId), author]))
}

/** As the text is written out elsewhere, but marked with the client ids that wrote it instead of its formatting. */
function readNode(node: unknown): JSONContent[] {
  if (node instanceof Y.XmlText) return readWords(node)
  if (!(node instanceof Y.XmlElement)) return []
  const attrs: Record<string, unknown> = node.getAttributes()
  return [{ type: node.nodeName, attrs, content: node.toArray().flatMap(readNode) }]
}

function readWords(words: Y.XmlText): JSONContent[] {
  const found: JSONContent[] = []
  for (let item = words._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    found.push({ type: 'text', text: item.content.str, marks: [{ type: String(item.id.client) }] })
  }
  return found
}

function attribute(blocks: TextBlock[], owners: Map<string, TextAuthor>): Authorship {
  const places = new Map<string, number>()
  const authors: Authorship['authors'] = []
  const placeOf = (client: string | undefined) => {
    const owner = owners.get(client ?? '')
    if (!owner) return null
    const key = `${owner.personId} ${owner.bodyCode}`
    const place = places.get(key) ?? authors.push({ ...owner, characters: 0 }) - 1
    places.set(key, place)
    return place
  }
  const authored = blocks.map(({ kind, level, number, checked, indent, runs }): AuthoredBlock => {
    const joined: AuthoredBlock['runs'] = []
    for (const { text, marks } of runs) {
      const author = placeOf(marks[0]?.type)
      if (author !== null) authors[author]!.characters += text.length
      const last = joined.at(-1)
      if (last?.author === author) last.text += text
      else joined.push({ text, author })
    }
    return { kind, level, number, checked, indent, runs: joined }
  })
  return byShare(authors, authored)
}

/** Who wrote most comes first. */
function byShare(authors: Authorship['authors'], blocks: AuthoredBlock[]): Authorship {
  const sorted = authors.toSorted((one, other) => other.characters - one.characters)
  const place = new Map(authors.map((author, index) => [index, sorted.indexOf(author)]))
  for (const { runs } of blocks)
    for (const run of runs) if (run.author !== null) run.author = place.get(run.author) ?? null
  return { authors: sorted, blocks }
}
