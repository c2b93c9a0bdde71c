import type { LoaderFunctionArgs } from '@remix-run/node'
import { orResponse } from '#app/domain-response.server'
import { requireActor } from '#app/session.server'
import type { Actor } from '#server/auth/actor.shared'
import type { Db } from '#server/context'
import { compareTexts, countPlaces } from '#server/documents/compare-texts.shared'
import { textAccess } from '#server/documents/document-access'
import { nameHands } from '#server/documents/name-hands'
import { readAuthorship } from '#server/documents/read-authorship'
import { readTextNow, type TextNow } from '#server/documents/read-content'
import type { VersionLine } from '#server/documents/version.shared'
import { authorsBetween, listVersions, readVersion } from '#server/documents/version-queries'
import { readMeasure } from '#server/measures/read-measure'
import { type ChosenTexts, chooseTexts, chooseToRestore } from './choose-texts'

/** The versions of a measure's text, and the two that are compared, or the one that is about to come back. */
export async function loadVersions({ request, context, params }: LoaderFunctionArgs) {
  const { db } = context
  const actor = await requireActor({ request, context })
  const measure = await orResponse(readMeasure(db, actor, params.id ?? ''))
  const { documentId } = measure
  const [lines, now] = await Promise.all([listVersions(db, actor, documentId), readTextNow(db, documentId)])
  const versions = lines.map(({ hash, ...version }) => ({ ...version, isCurrent: hash === now.hash }))
  const { searchParams } = new URL(request.url)
  const canWrite = textAccess(actor) === 'write'
  const isByAuthor = searchParams.get('view') === 'authors'
  const chosen = isByAuthor ? undefined : chooseTexts(versions, searchParams)
  const toRestore = canWrite && chosen ? chooseToRestore(versions, searchParams) : undefined
  const texts = { documentId, now }
  return {
    measure,
    versions,
    comparison: chosen && !toRestore ? await compare(db, actor, texts, chosen) : null,
    restoring: chosen && toRestore ? { chosen, ...(await previewRestoring(db, actor, texts, toRestore)) } : null,
    authorship: isByAuthor ? await readAuthorship(db, actor, documentId) : null,
    canWrite,
  }
}

export type ShownVersion = Omit<VersionLine, 'hash'> & { isCurrent: boolean }
export type ShownComparison = Awaited<ReturnType<typeof compare>>
export type ShownRestoring = Awaited<ReturnType<typeof previewRestoring>> & { chosen: ChosenTexts<ShownVersion> }

interface Texts {
  documentId: string
  now: TextNow
}

async function compare(db: Db, actor: Actor, { documentId, now }: Texts, { from, to }: ChosenTexts<ShownVersion>) {
  const [before, after, authors] = await Promise.all([
    readVersion(db, actor, { documentId, number: from.number }),
    to === 'now' ? now : readVersion(db, actor, { documentId, number: to.number }),
    authorsBetween(db, actor, { documentId, from: from.seq, to: to === 'now' ? now.seq : to.seq }),
  ])
  const rows = compareTexts(before.json, after.json)
  return {
    from,
    to,
    rows: await nameHands(db, actor, { documentId, rows, before, after }),
    places: countPlaces(rows),
    authors,
  }
}

/** What becomes of the text of now when a version comes back. */
async function previewRestoring(db: Db, actor: Actor, { documentId, now }: Texts, version: ShownVersion) {
  const after = await readVersion(db, actor, { documentId, number: version.number })
  const rows = compareTexts(now.json, after.json)
  return {
    version,
    rows: await nameHands(db, actor, { documentId, rows, before: now, after }),
    places: countPlaces(rows),
  }
}
