import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import { readTextStates } from '../documents/text-states'
import { groupBy } from './group-by'
import type { BodyPosition, Standing, Waiver } from './position.shared'

/** A measure in a round. */
interface Asked {
  roundId: string
  measureId: string
}

/**
 * How every body that rounds ask stands on every measure that they are about: what it said last, what its silence means, or
 * nothing so far; and whether the text still says what it was about. The caller has checked that the reader may see the rounds.
 * @returns by sector and code
 */
export async function readBodyPositions(db: Kysely<Database>, asked: Asked[]): Promise<BodyPosition[]> {
  if (asked.length === 0) return []
  const roundIds = [...new Set(asked.map(one => one.roundId))]
  const isAsked = new Set(asked.map(one => `${one.roundId} ${one.measureId}`))
  const [called, taken] = await Promise.all([listCalled(db, roundIds), listTaken(db, roundIds)])
  const rows = called.filter(row => isAsked.has(`${row.roundId} ${row.measureId}`))
  const documentIds = [...new Set(rows.map(row => row.documentId))]
  const [states, waivers] = await Promise.all([
    readTextStates(db, documentIds),
    listWaivers(db, [...new Set(rows.map(row => row.measureId))]),
  ])
  const chains = groupBy(taken, row => `${row.roundId} ${row.measureId} ${row.bodyId}`)
  return rows.map(row => {
    const { roundId, measureId, bodyId, code, name, colour, sectorId, closedAt } = row
    const chain = chains.get(`${roundId} ${measureId} ${bodyId}`) ?? []
    const last = chain.at(-1)
    const silence = silenceOf(row.meaning)
    const standing: Standing = last?.stance ?? silence ?? 'not-yet'
    const beforeClose = chain.findLast(position => closedAt !== null && position.takenAt <= closedAt)
    const closing = closedAt ? (beforeClose?.stance ?? silence ?? 'silent') : null
    const about = last ?? { versionId: row.versionId, version: row.version, hash: row.hash }
    const now = states.get(row.documentId)?.hash
    const isOther = standing !== 'not-yet' && standing !== 'silent' && now !== about.hash
    const waiver = isOther ? waivers.find(one => one.fromHash === about.hash && one.toHash === now) : undefined
    return {
      roundId,
      measureId,
      body: { id: bodyId, code, name, colour, sectorId },
      standing,
      positionId: last?.id ?? null,
      reason: last?.reason ?? '',
      until: last?.until ?? null,
      takenAt: last?.takenAt ?? null,
      takenBy: last?.takenBy ?? null,
      reconfirms: last?.reconfirms ?? false,
      replaced: Math.max(0, chain.length - 1),
      atClose: closing !== standing ? closing : null,
      version: { id: about.versionId, number: about.version },
      isStale: isOther && !waiver,
      waiver: waiver ? toWaiver(waiver) : null,
      isDemo: last?.isDemo ?? row.isDemo,
    }
  })
}

const silenceOf = (meaning: 'consent' | 'nothing' | null): Standing | null =>
  meaning && (meaning === 'consent' ? 'silent-consent' : 'silent')

const toWaiver = ({ reason, byCode, waivedAt }: Waiver): Waiver => ({ reason, byCode, waivedAt })

/** Every body beside every measure that it is asked about. */
async function listCalled(db: Kysely<Database>, roundIds: string[]) {
  return db
    .selectFrom('positionRound as round')
    .innerJoin('positionRoundMeasure as asked', 'asked.roundId', 'round.id')
    .innerJoin('positionRoundBody as called', 'called.roundId', 'round.id')
    .innerJoin('measure', 'measure.id', 'asked.measureId')
    .innerJoin('documentVersion', 'documentVersion.id', 'asked.documentVersionId')
    .innerJoin('body', 'body.id', 'called.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .leftJoin('positionSilence as silence', join =>
      join
        .onRef('silence.roundId', '=', 'asked.roundId')
        .onRef('silence.measureId', '=', 'asked.measureId')
        .onRef('silence.bodyId', '=', 'called.bodyId'),
    )
    .select(['asked.roundId', 'asked.measureId', 'called.bodyId', 'measure.documentId', 'round.closedAt'])
    .select(['documentVersion.id as versionId', 'documentVersion.number as version', 'documentVersion.hash'])
    .select(['body.code', 'body.name', 'sector.colour', 'sector.id as sectorId', 'silence.meaning', 'round.isDemo'])
    .where('round.id', 'in', roundIds)
    .orderBy('sector.position')
    .orderBy('body.code')
    .execute()
}

/** The oldest first, so that the last of a body's on a measure is the one that counts. */
async function listTaken(db: Kysely<Database>, roundIds: string[]) {
  return db
    .selectFrom('position')
    .innerJoin('documentVersion', 'documentVersion.id', 'position.documentVersionId')
    .innerJoin('mandate', 'mandate.id', 'position.mandateId')
    .innerJoin('person', 'person.id', 'mandate.personId')
    .select(['position.id', 'position.roundId', 'position.measureId', 'position.bodyId', 'position.stance'])
    .select(['position.reason', 'position.until', 'position.takenAt', 'position.reconfirms', 'position.isDemo'])
    .select(['documentVersion.id as versionId', 'documentVersion.number as version', 'documentVersion.hash'])
    .select('person.name as takenBy')
    .where('position.roundId', 'in', roundIds)
    .orderBy('position.takenAt')
    .execute()
}

async function listWaivers(db: Kysely<Database>, measureIds: string[]) {
  if (measureIds.length === 0) return []
  return db
    .selectFrom('positionWaiver as waiver')
    .innerJoin('documentVersion as before', 'before.id', 'waiver.fromVersionId')
    .innerJoin('documentVersion as after', 'after.id', 'waiver.toVersionId')
    .innerJoin('mandate', 'mandate.id', 'waiver.mandateId')
    .innerJoin('body', 'body.id', 'mandate.bodyId')
    .select(['before.hash as fromHash', 'after.hash as toHash', 'waiver.reason', 'waiver.waivedAt'])
    .select('body.code as byCode')
    .where('waiver.measureId', 'in', measureIds)
    .orderBy('waiver.waivedAt', 'desc')
    .execute()
}
