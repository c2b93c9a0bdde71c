import { randomUUID } from 'node:crypto'
import { toDay } from '#app/i18n/format'
import type { Actor } from '#server/auth/actor.shared'
import { listBodies } from '#server/bodies/body-queries'
import type { Db } from '#server/context'
import { mayRecordDecision } from '#server/decisions/decision-access.shared'
import { listDecisionsOfMeeting } from '#server/decisions/decision-queries'
import { expectedNumber } from '#server/decisions/next-number'
import { listMeasures } from '#server/measures/measure-list'
import { mayEditAgenda, mayRunMeeting } from '#server/meetings/meeting-access.shared'
import type { MeetingDetail } from '#server/meetings/meeting-detail.shared'
import type { MeetingChoices } from './meeting-choices'

/** What lies beside the agenda: what was decided, what the reader may do, and for whom may, what there is to choose from. */
export async function readTable(db: Db, actor: Actor, meeting: MeetingDetail) {
  const can = { run: mayRunMeeting(actor), editAgenda: mayEditAgenda(actor, meeting) }
  const decisions = await listDecisionsOfMeeting(db, actor, meeting.id)
  if (!can.editAgenda && !mayRecordDecision(actor, meeting)) return { can, decisions, choices: null }

  const year = Number(toDay(meeting.startsAt).slice(0, 4))
  const [bodies, measures, number] = await Promise.all([
    listBodies(db),
    listMeasures(db, actor),
    expectedNumber(db, actor, year),
  ])
  const choices: MeetingChoices = {
    bodies,
    measures: measures.map(({ id, number, title }) => ({ id, number, title })),
    nextDecision: { id: randomUUID(), year, number },
  }
  return { can, decisions, choices }
}
