import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { readActors } from '../auth/read-actor'
import { isCoordinator } from '../auth/role-access.shared'
import { hashToken, newToken } from '../auth/token'
import { DomainError } from '../errors'
import { writeCalendar } from './calendar-event'
import type { FeedKind, FeedState } from './calendar-feed.shared'
import { listCalendarMeetings } from './calendar-meetings'

/** Somebody's own feed is theirs; that of the group, which they hand round, is a coordinator's. */
export const mayKeepFeed = (actor: Pick<Actor, 'mandates'>, kind: FeedKind) => kind === 'person' || isCoordinator(actor)

/**
 * Makes a secret address of a calendar, of the actor's own meetings or of those of the group. One that there was stops working.
 * @returns its token, which is stored nowhere
 * @throws DomainError `forbidden` for the group's, for whom is not a coordinator
 */
export async function renewFeed(trx: Transaction<Database>, actor: Actor, kind: FeedKind): Promise<string> {
  await endFeed(trx, actor, kind)
  const token = newToken()
  const { id } = await trx
    .insertInto('calendarFeed')
    .values({
      tokenHash: hashToken(token),
      personId: kind === 'person' ? actor.personId : null,
      groupId: kind === 'group' ? actor.groupId : null,
      madeBy: actor.mandate.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (kind === 'group') await note(trx, actor, 'calendar-feed.renewed', id)
  return token
}

/** Stops a feed: its address is then unknown. The same holds. */
export async function stopFeed(trx: Transaction<Database>, actor: Actor, kind: FeedKind): Promise<void> {
  const ended = await endFeed(trx, actor, kind)
  if (ended && kind === 'group') await note(trx, actor, 'calendar-feed.stopped', ended)
}

async function endFeed(trx: Transaction<Database>, actor: Actor, kind: FeedKind): Promise<string | undefined> {
  if (!mayKeepFeed(actor, kind)) throw new DomainError('forbidden')
  // One at a time: two who renew at once would both find none that works.
  await sql`select pg_advisory_xact_lock(hashtext(${`calendar-feed:${ownerOf(actor, kind)}`}))`.execute(trx)
  const ended = await trx
    .updateTable('calendarFeed')
    .set({ endedAt: sql`now()` })
    .where(kind === 'person' ? 'personId' : 'groupId', '=', ownerOf(actor, kind))
    .where('endedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return ended?.id
}

const ownerOf = (actor: Actor, kind: FeedKind) => (kind === 'person' ? actor.personId : actor.groupId)

const note = (trx: Transaction<Database>, actor: Actor, verb: string, id: string) =>
  recordActivity(trx, actor, { verb, subjectType: 'calendar-feed', subjectId: id, topics: ['meetings'] })

/** @returns since when there is an address; null: there is none */
export async function readFeedState(db: Kysely<Database>, actor: Actor, kind: FeedKind): Promise<FeedState> {
  const feed = await db
    .selectFrom('calendarFeed')
    .select('madeAt')
    .where(kind === 'person' ? 'personId' : 'groupId', '=', ownerOf(actor, kind))
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return { madeAt: feed?.madeAt ?? null }
}

/**
 * The calendar that a secret address is of. A person's holds the meetings of the group in which they have a mandate today, none without one.
 * @param base the address of this installation
 * @throws DomainError `not-found` for an address that is unknown or was ended
 */
export async function readFeed(db: Kysely<Database>, token: string, base: string): Promise<string> {
  const feed = await db
    .selectFrom('calendarFeed')
    .leftJoin('consultationGroup', 'consultationGroup.id', 'calendarFeed.groupId')
    .select(['calendarFeed.personId', 'calendarFeed.groupId', 'consultationGroup.name'])
    .where('tokenHash', '=', hashToken(token))
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  if (!feed) throw new DomainError('not-found')
  const { personId, groupId, name } = feed
  const person = personId ? (await readActors(db, [personId])).get(personId) : undefined
  const groups = [groupId ?? person?.groupId].filter(id => id != null)
  return writeCalendar(name ?? 'Samenspraak', await listCalendarMeetings(db, groups), { base })
}
