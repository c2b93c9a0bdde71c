import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'

/** @returns whether somebody acts for a body that was at a meeting */
export async function hasAttended(
  db: Kysely<Database>,
  actor: Pick<Actor, 'mandates'>,
  meetingId: string,
): Promise<boolean> {
  const found = await db
    .selectFrom('attendance')
    .select('id')
    .where('meetingId', '=', meetingId)
    .where('presence', '=', 'present')
    .where(
      'bodyId',
      'in',
      actor.mandates.map(mandate => mandate.bodyId),
    )
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
