import type { Transaction } from 'kysely'
import * as Y from 'yjs'
import type { Database } from '#db/schema/index'
import { readWriters } from './original-writers'
import { TEXT_FIELD } from './text-schema.shared'
import { type TypedRun, typedRunsOf } from './word-runs.shared'

type RestoredWords = [clock: number, length: number, writer: number]

/**
 * Writes down whose words a restoring brought back. The text says the same as the version, character by character, so who
 * typed a character in the version wrote the one in its place.
 * @param restored `text`: what stands now; `state`: the version's (Yjs update, v1); `clientId`: of the restoring, which
 *   `appendEdit` claimed
 */
export async function recordRestoration(
  trx: Transaction<Database>,
  {
    documentId,
    ...restored
  }: { documentId: string; text: Y.Doc; version: { id: string; state: Uint8Array }; clientId: number },
): Promise<void> {
  const { text, version, clientId } = restored
  const writers = await readWriters(trx, documentId)
  const then = new Y.Doc()
  Y.applyUpdate(then, version.state)
  const words = wordsBroughtBack(runsOf(then), runsOf(text), clientId, (client, clock) => writers.of(client, clock))
  then.destroy()
  await trx
    .insertInto('documentRestoration')
    .values({ documentId, clientId, documentVersionId: version.id, words: JSON.stringify(words) })
    .execute()
}

const runsOf = (text: Y.Doc) => typedRunsOf(text.getXmlFragment(TEXT_FIELD))

/** Walks two texts that say the same. @returns nothing where they do not */
function wordsBroughtBack(
  then: TypedRun[],
  now: TypedRun[],
  restorer: number,
  writer: (client: number, clock: number) => { client: number; until: number },
): RestoredWords[] {
  if (saidBy(then) !== saidBy(now)) return []
  const found: RestoredWords[] = []
  let index = 0
  let taken = 0
  for (const { client, clock, text } of now) {
    for (let offset = 0; offset < text.length; ) {
      const old = then[index]!
      const wrote = writer(old.client, old.clock + taken)
      const length = Math.min(text.length - offset, old.text.length - taken, wrote.until - old.clock - taken)
      if (client === restorer) add(found, [clock + offset, length, wrote.client])
      offset += length
      taken += length
      if (taken === old.text.length) {
        index++
        taken = 0
      }
    }
  }
  return found.sort(([one], [other]) => one - other)
}

const saidBy = (runs: TypedRun[]) => runs.map(run => run.text).join('')

function add(words: RestoredWords[], piece: RestoredWords): void {
  const last = words.at(-1)
  if (last && last[2] === piece[2] && last[0] + last[1] === piece[0]) last[1] += piece[1]
  else words.push(piece)
}
