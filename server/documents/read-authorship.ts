import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import {
  type AuthoredBlock,
  type Authorship,
  type OwnedRun,
  sameOwner,
  type WordAuthor,
  WordOwners,
} from './authorship.shared'
import { loadState } from './load-state'
import { readTextOwners } from './text-owners'
import { typedBlocks } from './typed-blocks'

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

function authoredBlocks(state: Uint8Array, owners: WordOwners): AuthoredBlock[] {
  return typedBlocks(state).map(({ text: _, runs, ...block }) => {
    const joined: AuthoredBlock['runs'] = []
    const owned = runs.flatMap((run): Pick<OwnedRun, 'text' | 'owner'>[] =>
      run.client === null ? [{ text: run.text, owner: undefined }] : owners.split(run),
    )
    for (const { text, owner = { author: null } } of owned) {
      const last = joined.at(-1)
      if (last && sameOwner(last, owner)) last.text += text
      else joined.push({ text, ...owner })
    }
    return { ...block, runs: joined }
  })
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
