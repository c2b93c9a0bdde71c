import type { LoaderFunctionArgs } from '@remix-run/node'
import { orResponse } from '#app/domain-response.server'
import { requireActor } from '#app/session.server'
import type { Actor } from '#server/auth/actor.shared'
import type { Db } from '#server/context'
import { compareTexts, countPlaces } from '#server/documents/compare-texts.shared'
import { textAccess } from '#server/documents/document-access'
import { readAuthorship } from '#server/documents/read-authorship'
import { type DocumentContent, readContent } from '#server/documents/read-content'
import type { VersionLine } from '#server/documents/version.shared'
import { authorsBetween, listVersions, readVersion } from '#server/documents/version-queries'
import { readMeasure } from '#server/measures/read-measure'
import { type ChosenTexts, chooseTexts } from './choose-texts'

/** The versions of a measure's text, and the two that are compared. */
export async function loadVersions({ request, context, params }: LoaderFunctionArgs) {
  const { db } = context
  const actor = await requireActor({ request, context })
  const measure = await orResponse(readMeasure(db, actor, params.id ?? ''))
  const { documentId } = measure
  const [lines, now] = await Promise.all([listVersions(db, actor, documentId), readContent(db, documentId)])
  const versions = lines.map(({ hash, ...version }) => ({ ...version, isCurrent: hash === now.hash }))
  const { searchParams } = new URL(request.url)
  const isByAuthor = searchParams.get('view') === 'authors'
  const chosen = isByAuthor ? undefined : chooseTexts(versions, searchParams)
  return {
    measure,
    versions,
    comparison: chosen ? await compare(db, actor, documentId, chosen, now) : null,
    authorship: isByAuthor ? await readAuthorship(db, actor, documentId) : null,
    canWrite: textAccess(actor) === 'write',
  }
}

export type ShownVersion = Omit<VersionLine, 'hash'> & { isCurrent: boolean }
export type ShownComparison = Awaited<ReturnType<typeof compare>>

async function compare(
  db: Db,
  actor: Actor,
  documentId: string,
  { from, to }: ChosenTexts<ShownVersion>,
  now: DocumentContent,
) {
  const [before, after, authors] = await Promise.all([
    readVersion(db, actor, { documentId, number: from.number }),
    to === 'now' ? now : readVersion(db, actor, { documentId, number: to.number }),
    authorsBetween(db, actor, { documentId, from: from.seq, to: to === 'now' ? now.seq : to.seq }),
  ])
  const rows = compareTexts(before.json, after.json)
  return { from, to, rows, places: countPlaces(rows), authors }
}
