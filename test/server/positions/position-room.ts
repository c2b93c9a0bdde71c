import type { Actor } from '#server/auth/actor.shared'
import { openPositionRound } from '#server/positions/open-position-round'
import { takePositionInput } from '#server/positions/position.shared'
import { openPositionRoundInput } from '#server/positions/position-round.shared'
import { readPositionRound } from '#server/positions/read-position-round'
import { takePosition } from '#server/positions/take-position'
import { createDecisionRoom } from '#test/server/decisions/decision-room'
import type { TestDatabase } from '#test/support/database'
import { actorFor, createActor, createMandate } from '#test/support/fixtures'

/** A team with a measure that has a text, which sport and youth can be asked about; and whom the rules must keep out. */
export async function createPositionRoom(database: TestDatabase) {
  const { db } = database
  const room = await createDecisionRoom(database)
  const { groupId } = room.coordinator
  const colleague = await createActor(db, { groupId, role: 'representative', bodyId: room.sport.id })
  const ended = { groupId, bodyId: room.sport.id, role: 'representative', endsOn: '2021-01-01' } as const
  const { personId } = await createMandate(db, ended)
  await createMandate(db, { personId, groupId, role: 'observer' })
  const former = await actorFor(db, personId)
  await room.write('We vragen een loutere melding.')
  return {
    ...room,
    colleague,
    former,
    /** Opens a round about the measure as a form would, with what a test cares about. */
    open: (values: object = {}, actor: Actor = room.coordinator) =>
      db.transaction().execute(trx =>
        openPositionRound(
          trx,
          actor,
          openPositionRoundInput.parse({
            title: 'Voorjaar',
            date: '2099-01-01',
            time: '12:00',
            silenceMeans: 'consent',
            measureIds: [room.measureId],
            bodyIds: [room.sport.id, room.youth.id],
            ...values,
          }),
        ),
      ),
    /** A round that was opened yesterday and whose moment came an hour ago. */
    async openOverdue() {
      const version = await db
        .selectFrom('documentVersion')
        .select('id')
        .where('documentId', '=', room.documentId)
        .executeTakeFirstOrThrow()
      const hours = (count: number) => new Date(Date.now() - count * 3_600_000)
      const { id: roundId } = await db
        .insertInto('positionRound')
        .values({
          groupId,
          title: 'Over tijd',
          silenceMeans: 'consent',
          openedBy: room.coordinator.mandate.id,
          openedAt: hours(24),
          closesAt: hours(1),
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await db
        .insertInto('positionRoundMeasure')
        .values({ roundId, measureId: room.measureId, documentVersionId: version.id })
        .execute()
      await db.insertInto('positionRoundBody').values({ roundId, bodyId: room.sport.id }).execute()
      return roundId
    },
    take: (actor: Actor, roundId: string, bodyId: string, values: object = {}) =>
      db
        .transaction()
        .execute(trx =>
          takePosition(
            trx,
            actor,
            takePositionInput.parse({ roundId, measureId: room.measureId, bodyId, stance: 'agree', ...values }),
          ),
        ),
    read: (roundId: string, actor: Actor = room.observer) => readPositionRound(db, actor, roundId),
    /** How a body stands, as an observer sees it. */
    async standing(roundId: string, bodyId: string) {
      const { positions } = await readPositionRound(db, room.observer, roundId)
      return positions.find(position => position.body.id === bodyId)!
    },
    /** The hash of the text as it is now. */
    async hash(roundId: string) {
      const { measures } = await readPositionRound(db, room.observer, roundId)
      return measures[0]!.hash
    },
  }
}

export type PositionRoom = Awaited<ReturnType<typeof createPositionRoom>>
