import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { violatedConstraint } from '#db/violated-constraint'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { insertAgendaItems } from './insert-agenda-items'
import { lockMeeting } from './lock-meeting'
import type { SaveTemplateInput } from './meeting.shared'
import { mayEditAgenda, mayPlanMeeting } from './meeting-access.shared'
import type { AgendaTemplate } from './meeting-list.shared'

/** @returns the templates of the actor's group, by name */
export async function listTemplates(db: Kysely<Database>, actor: Actor): Promise<AgendaTemplate[]> {
  return db
    .selectFrom('agendaTemplate')
    .select(['id', 'name', 'isDemo'])
    .select(eb =>
      eb
        .selectFrom('agendaTemplateItem')
        .select(item => item.fn.countAll<number>().as('items'))
        .whereRef('templateId', '=', 'agendaTemplate.id')
        .$asScalar()
        .$notNull()
        .as('itemCount'),
    )
    .where('groupId', '=', actor.groupId)
    .orderBy('name')
    .execute()
}

/**
 * Keeps the agenda of a meeting as a template: what its items say, not what they are about.
 * @returns the template's id
 * @throws DomainError `not-found` for a meeting of another group; `forbidden` for whom is not a coordinator; `conflict`:
 *   `agenda-empty`, or `template-name-taken` (`name`)
 */
export async function saveTemplate(
  trx: Transaction<Database>,
  actor: Actor,
  { meetingId, name }: SaveTemplateInput,
): Promise<string> {
  const meeting = await lockMeeting(trx, actor, meetingId)
  if (!mayPlanMeeting(actor)) throw new DomainError('forbidden')
  const items = await trx
    .selectFrom('agendaItem')
    .select(['position', 'kind', 'title', 'summary', 'minutesAllotted', 'presenterBodyId'])
    .where('meetingId', '=', meeting.id)
    .orderBy('position')
    .execute()
  if (items.length === 0) throw new DomainError('conflict', 'agenda-empty')
  const { id } = await trx
    .insertInto('agendaTemplate')
    .values({ groupId: actor.groupId, name, madeBy: actor.mandate.id })
    .returning('id')
    .executeTakeFirstOrThrow()
    .catch(error => {
      if (violatedConstraint(error) !== 'agenda_template_name') throw error
      throw new DomainError('conflict', 'template-name-taken', 'name')
    })
  await trx
    .insertInto('agendaTemplateItem')
    .values(items.map(item => ({ ...item, templateId: id })))
    .execute()
  await recordActivity(trx, actor, {
    verb: 'agenda-template.saved',
    subjectType: 'meeting',
    subjectId: meeting.id,
    topics: [`meeting:${meeting.id}`, 'meetings'],
    after: { templateId: id, name },
  })
  return id
}

/**
 * Puts the items of a template at the end of an agenda.
 * @throws DomainError `not-found` for a meeting or a template (`templateId`) of another group; `forbidden` for whom is not a
 *   coordinator, and once the minutes are approved
 */
export async function fillFromTemplate(
  trx: Transaction<Database>,
  actor: Actor,
  { meetingId, templateId }: { meetingId: string; templateId: string },
): Promise<void> {
  const meeting = await lockMeeting(trx, actor, meetingId)
  if (!mayEditAgenda(actor, meeting)) throw new DomainError('forbidden')
  const items = await trx
    .selectFrom('agendaTemplateItem as item')
    .innerJoin('agendaTemplate as template', 'template.id', 'item.templateId')
    .select([
      'template.name',
      'item.kind',
      'item.title',
      'item.summary',
      'item.minutesAllotted',
      'item.presenterBodyId',
    ])
    .where('template.id', '=', templateId)
    .where('template.groupId', '=', actor.groupId)
    .orderBy('item.position')
    .execute()
  const [first] = items
  if (!first) throw new DomainError('not-found', 'choose-one', 'templateId')
  await insertAgendaItems(
    trx,
    { groupId: actor.groupId, meetingId },
    items.map(({ name, ...item }) => item),
  )
  await recordActivity(trx, actor, {
    verb: 'agenda-template.used',
    subjectType: 'meeting',
    subjectId: meetingId,
    topics: [`meeting:${meetingId}`, 'meetings'],
    after: { templateId, name: first.name },
  })
}

/**
 * Throws a template away; agendas that came from it stay, and series go on without it.
 * @throws DomainError `not-found` for a template of another group; `forbidden` for whom is not a coordinator
 */
export async function removeTemplate(
  trx: Transaction<Database>,
  actor: Actor,
  { templateId }: { templateId: string },
): Promise<void> {
  if (!mayPlanMeeting(actor)) throw new DomainError('forbidden')
  const template = await trx
    .deleteFrom('agendaTemplate')
    .where('id', '=', templateId)
    .where('groupId', '=', actor.groupId)
    .returning('name')
    .executeTakeFirst()
  if (!template) throw new DomainError('not-found')
  await recordActivity(trx, actor, {
    verb: 'agenda-template.removed',
    subjectType: 'agenda-template',
    subjectId: templateId,
    topics: ['meetings'],
    before: template,
  })
}
