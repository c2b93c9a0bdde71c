import { randomUUID } from 'node:crypto'
import { toDay } from '#app/i18n/format'
import { proposeItems } from '#server/agendas/propose-items'
import type { Actor } from '#server/auth/actor.shared'
import { listBodies } from '#server/bodies/body-queries'
import type { Db } from '#server/context'
import { correctableDecisions } from '#server/decisions/corrections'
import { mayRecordDecision } from '#server/decisions/decision-access.shared'
import { listDecisionsOfMeeting } from '#server/decisions/decision-queries'
import { expectedNumber } from '#server/decisions/next-number'
import { textAccess } from '#server/documents/document-access'
import { listMeasures } from '#server/measures/measure-list'
import { milestonesToCome } from '#server/measures/milestone-queries'
import { listTemplates } from '#server/meetings/agenda-templates'
import {
  mayAskFloor,
  mayEditAgenda,
  mayKeepAttendance,
  mayRemoveItem,
  mayRunMeeting,
  maySendAgenda,
} from '#server/meetings/meeting-access.shared'
import type { MeetingDetail } from '#server/meetings/meeting-detail.shared'
import { listMeetings } from '#server/meetings/meeting-list'
import { listAgendaVersions } from '#server/meetings/send-agenda'
import { listRoundTitles } from '#server/positions/position-round-list'
import type { MeetingChoices } from './meeting-choices'

/** What lies beside the agenda: what was decided, what the reader may do, and for whom may, what there is to choose from. */
export async function readTable(db: Db, actor: Actor, meeting: MeetingDetail) {
  const can = {
    run: mayRunMeeting(actor),
    editAgenda: mayEditAgenda(actor, meeting),
    removeItems: mayRemoveItem(actor, meeting),
    sendAgenda: maySendAgenda(actor, meeting),
    keepAttendance: mayKeepAttendance(actor, meeting),
    askFloor: mayAskFloor(actor, meeting),
  }
  const minutesAccess = textAccess(actor)
  const [decisions, sent] = await Promise.all([
    listDecisionsOfMeeting(db, actor, meeting.id),
    listAgendaVersions(db, meeting.id),
  ])
  const shared = { can, decisions, sent, minutesAccess }
  if (!can.editAgenda && !mayRecordDecision(actor, meeting)) return { ...shared, choices: null }

  const year = Number(toDay(meeting.startsAt).slice(0, 4))
  const measureIds = meeting.items.flatMap(item => item.measures.map(measure => measure.id))
  const [bodies, measures, milestones, number, list, templates, proposed, rounds, correctable] = await Promise.all([
    listBodies(db),
    listMeasures(db, actor),
    milestonesToCome(db, measureIds),
    expectedNumber(db, actor, year),
    listMeetings(db, actor, { page: 1 }),
    listTemplates(db, actor),
    proposeItems(db, actor, meeting),
    listRoundTitles(db, actor),
    correctableDecisions(db, actor),
  ])
  const choices: MeetingChoices = {
    bodies,
    measures: measures.map(({ id, number, title }) => ({ id, number, title })),
    others: list.upcoming
      .filter(({ id }) => id !== meeting.id)
      .map(({ id, title, startsAt }) => ({ id, title, startsAt })),
    templates,
    proposed,
    rounds,
    correctable,
    milestones,
    nextDecision: { id: randomUUID(), year, number },
  }
  return { ...shared, choices }
}
