import type { JSONContent } from '@tiptap/core'
import type { Kysely } from 'kysely'
import * as Y from 'yjs'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import {
  type AuthoredBlock,
  type Authorship,
  sameOwner,
  type WordAuthor,
  type WordOwner,
  WordOwners,
} from './authorship.shared'
import { loadState } from './load-state'
import { textBlocks } from './text-blocks.shared'
import { readTextOwners } from './text-owners'
import { TEXT_FIELD } from './text-schema.shared'
import { typedRuns } from './word-runs.shared'

/**
 * Reads who wrote which words of a text as it is now, from the owners of the client ids in it. Words that a restoring brought
 * back are of who wrote them; words that were moved are of whoever moved them.
 * @throws DomainError `not-found` when there is no such document in the actor's group
 */
export async function readAuthorship(
  db: Kysely<Database>,
  actor: Pick<Actor, 'mandates' | 'groupId'>,
  documentId: string,
): Promise<Authorship> {
  const { state } = await loadState(db, documentId)
  // After the state: whoever wrote in it has claimed their client ids by then.
  const owners = new WordOwners(await readTextOwners(db, actor, documentId))
  return byShare(owners.authors, authoredBlocks(state, owners))
}

/** @param state of a text or a version, as a Yjs update (v1) @returns its blocks in reading order, with whose words they are */
export function authoredBlocks(state: Uint8Array, owners: WordOwners): AuthoredBlock[] {
  const text = new Y.Doc()
  Y.applyUpdate(text, state)
  const known: WordOwner[] = []
  const content = text
    .getXmlFragment(TEXT_FIELD)
    .toArray()
    .flatMap(node => readNode(node, owners, known))
  text.destroy()
  return textBlocks({ type: 'doc', content }).map(({ kind, level, number, checked, indent, runs }) => {
    const joined: AuthoredBlock['runs'] = []
    for (const { text, marks } of runs) {
      const owner = known[Number(marks[0]?.type ?? Number.NaN)] ?? { author: null }
      const last = joined.at(-1)
      if (last && sameOwner(last, owner)) last.text += text
      else joined.push({ text, ...owner })
    }
    return { kind, level, number, checked, indent, runs: joined }
  })
}

/** As the text is written out elsewhere, but marked with whose it is (a place in `known`) instead of its formatting. */
function readNode(node: unknown, owners: WordOwners, known: WordOwner[]): JSONContent[] {
  if (node instanceof Y.XmlText) {
    const runs = typedRuns(node).flatMap(run => owners.split(run))
    return runs.map(({ text, owner }) => ({
      type: 'text',
      text,
      marks: owner ? [{ type: String(known.push(owner) - 1) }] : [],
    }))
  }
  if (!(node instanceof Y.XmlElement)) return []
  const attrs: Record<string, unknown> = node.getAttributes()
  return [{ type: node.nodeName, attrs, content: node.toArray().flatMap(child => readNode(child, owners, known)) }]
}

/** Who wrote most comes first; who wrote nothing that stands is left out. */
function byShare(authors: WordAuthor[], blocks: AuthoredBlock[]): Authorship {
  const written = new Map<number, number>()
  const broughtBack = new Map<number, number>()
  const count = (counts: Map<number, number>, author: number | null | undefined, { length }: string) => {
    if (author !== null && author !== undefined) counts.set(author, (counts.get(author) ?? 0) + length)
  }
  for (const { runs } of blocks)
    for (const { text, author, restoredBy } of runs) {
      count(written, author, text)
      count(broughtBack, restoredBy, text)
    }
  const order = [...new Set([...written.keys(), ...broughtBack.keys()])].sort(
    (one, other) => (written.get(other) ?? 0) - (written.get(one) ?? 0),
  )
  const place = new Map(order.map((author, index) => [author, index]))
  const moved = <T extends number | null | undefined>(author: T) =>
    typeof author === 'number' ? place.get(author)! : author
  return {
    authors: order.map(author => ({ ...authors[author]!, characters: written.get(author) ?? 0 })),
    restorers: [...broughtBack].map(([author, characters]) => ({ author: place.get(author)!, characters })),
    blocks: blocks.map(block => ({
      ...block,
      runs: block.runs.map(({ text, author, restoredBy }) =>
        restoredBy === undefined
          ? { text, author: moved(author) }
          : { text, author: moved(author), restoredBy: moved(restoredBy) },
      ),
    })),
  }
}
