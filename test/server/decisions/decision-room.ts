import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import * as Y from 'yjs'
import type { Database } from '#db/schema/index'
import type { Actor } from '#server/auth/actor.shared'
import { recordDecisionInput } from '#server/decisions/decision.shared'
import { type RecordedDecision, recordDecision } from '#server/decisions/record-decision'
import { commitEdits } from '#server/documents/commit-edits'
import { loadState } from '#server/documents/load-state'
import { TEXT_FIELD } from '#server/documents/text-schema.shared'
import { addAgendaItem } from '#server/meetings/add-agenda-item'
import { addAgendaItemInput } from '#server/meetings/meeting.shared'
import { planMeeting } from '#server/meetings/plan-meeting'
import { addMeasure, createTeam } from '#test/server/measures/team'
import type { TestDatabase } from '#test/support/database'

/** A team, a measure with a text, and a meeting on 31 December 2026 with one item about it. */
export async function createDecisionRoom({ db, pool }: TestDatabase) {
  const team = await createTeam(db)
  const measureId = await addMeasure(db, team, { title: 'Meldingsplicht' })
  const { documentId } = await db
    .selectFrom('measure')
    .select('documentId')
    .where('id', '=', measureId)
    .executeTakeFirstOrThrow()
  const { meetingId, agendaItemId } = await createMeeting(db, team.coordinator, { measureIds: [measureId] })
  return { ...team, measureId, documentId, meetingId, agendaItemId, write: writer(db, pool, documentId, team.editor) }
}

export type DecisionRoom = Awaited<ReturnType<typeof createDecisionRoom>>

export async function createMeeting(
  db: Kysely<Database>,
  actor: Actor,
  { date = '2026-12-31', measureIds = [] as string[] } = {},
) {
  return db.transaction().execute(async trx => {
    const meetingId = await planMeeting(trx, actor, { title: 'Najaar', date, time: '13:30', location: 'Brussel' })
    const item = addAgendaItemInput.parse({ meetingId, kind: 'decision', title: 'Een standpunt', measureIds })
    return { meetingId, agendaItemId: await addAgendaItem(trx, actor, item) }
  })
}

/** Records a decision as a form would, with what a test cares about. */
export function record(
  db: Kysely<Database>,
  room: DecisionRoom,
  values: object = {},
  actor: Actor = room.coordinator,
): Promise<RecordedDecision> {
  const input = recordDecisionInput.parse({
    decisionId: randomUUID(),
    agendaItemId: room.agendaItemId,
    result: 'approved',
    text: 'Het overleg keurt het voorstel goed.',
    measureIds: [room.measureId],
    ...values,
  })
  return db.transaction().execute(trx => recordDecision(trx, actor, input))
}

/** Types a paragraph at the end of a text, the way edits are stored. */
export function writer(db: Kysely<Database>, pool: TestDatabase['pool'], documentId: string, author: Actor) {
  return async (words: string) => {
    const { seq, state } = await loadState(db, documentId)
    const text = new Y.Doc()
    Y.applyUpdate(text, state)
    const known = Y.encodeStateVector(text)
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(words)])
    const fragment = text.getXmlFragment(TEXT_FIELD)
    fragment.insert(fragment.length, [paragraph])
    const row = {
      update: Y.encodeStateAsUpdate(text, known),
      personId: author.personId,
      mandateId: author.mandate.id,
    }
    await commitEdits(pool, [{ documentId, expectedSeq: seq, rows: [row], claims: [] }])
  }
}
