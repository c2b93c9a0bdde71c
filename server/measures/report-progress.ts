import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { mandateFor } from '../auth/role-access.shared'
import { tellDependants } from '../dependencies/tell-dependants'
import { DomainError } from '../errors'
import { lockMeasure } from './lock-measure'
import type { OwningBody, ReportProgressInput } from './progress.shared'
import { mayCorrectReport, mayReportProgress, ownersToReportFor } from './progress-access.shared'
import { findNewestReport, listOwningBodies } from './progress-queries'

/**
 * Says how far a measure is, and puts the measure in the status that is reported, of which those that wait for it are told.
 * What was reported before stays; a correction names the report that it corrects, which can only be the newest.
 * @returns the report's id
 * @throws DomainError `not-found`; `forbidden`; `conflict` `reported-meanwhile` when the newest report is not the one its
 *   writer saw; `invalid` `unknown-choice` for a body that does not carry the measure or a correction of nothing
 */
export async function reportProgress(
  trx: Transaction<Database>,
  actor: Actor,
  { measureId, seen, isCorrection, bodyId, ...said }: ReportProgressInput,
): Promise<string> {
  const measure = await lockMeasure(trx, actor, measureId)
  const owners = await listOwningBodies(trx, [measureId])
  if (!mayReportProgress(actor, owners)) throw new DomainError('forbidden')
  const newest = await findNewestReport(trx, measureId)
  if (newest?.id !== seen) throw new DomainError('conflict', 'reported-meanwhile')
  if (isCorrection && !newest) throw new DomainError('invalid', 'unknown-choice')
  if (isCorrection && newest && !mayCorrectReport(actor, newest, owners)) throw new DomainError('forbidden')

  const speaksFor = isCorrection && newest ? newest.bodyId : chooseBody(actor, owners, bodyId)
  const own = speaksFor ? mandateFor(actor, speaksFor) : undefined
  const mandateId = (own ?? actor.mandate).id
  const report = {
    ...said,
    measureId,
    bodyId: speaksFor,
    onBehalf: !own,
    correctsId: isCorrection && newest ? newest.id : null,
    mandateId,
  }
  const { id } = await trx
    .insertInto('progressReport')
    // Not the start of the transaction, which may have waited for the lock: reports have an order.
    .values({ ...report, reportedAt: sql`clock_timestamp()` })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { status: _, ...fieldCertainty } = measure.fieldCertainty
  await trx
    .updateTable('measure')
    .set({ status: said.status, fieldCertainty: JSON.stringify(fieldCertainty), updatedAt: new Date() })
    .where('id', '=', measureId)
    .execute()
  const { status, percentage, confidence } = said
  await recordActivity(
    trx,
    { ...actor, mandate: { id: mandateId } },
    {
      verb: isCorrection ? 'progress.corrected' : 'progress.reported',
      subjectType: 'measure',
      subjectId: measureId,
      topics: [`measure:${measureId}`, 'measures'],
      before: {
        status: measure.status,
        ...(newest && { percentage: newest.percentage, confidence: newest.confidence }),
      },
      after: { reportId: id, bodyId: speaksFor, onBehalf: report.onBehalf, status, percentage, confidence },
    },
  )
  if (status !== measure.status) {
    await tellDependants(trx, { ...actor, mandate: { id: mandateId } }, measureId, {
      verb: 'dependency.status',
      after: { status, before: measure.status },
    })
  }
  return id
}

/** @returns the body to speak for; null: nobody carries the measure */
function chooseBody(actor: Actor, owners: OwningBody[], asked: string | undefined): string | null {
  const possible = ownersToReportFor(actor, owners)
  if (!asked) return possible[0]?.bodyId ?? null
  if (!owners.some(owner => owner.bodyId === asked)) throw new DomainError('invalid', 'unknown-choice', 'bodyId')
  if (!possible.some(owner => owner.bodyId === asked)) throw new DomainError('forbidden')
  return asked
}
