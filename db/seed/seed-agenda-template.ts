import type { Transaction } from 'kysely'
import type { Database } from '../schema/index'

/** An agenda to begin with and a series that uses it, both invented and marked as demo. */
export async function seedAgendaTemplate(trx: Transaction<Database>, groupId: string): Promise<void> {
  const { id: templateId } = await trx
    .insertInto('agendaTemplate')
    .values({ groupId, name: 'Gewone vergadering', isDemo: true })
    .returning('id')
    .executeTakeFirstOrThrow()
  const items = [
    { kind: 'decision', title: 'Goedkeuring verslag vorige vergadering', minutesAllotted: 5 },
    { kind: 'information', title: 'Stand van zaken per prioriteit', minutesAllotted: 20 },
    { kind: 'discussion', title: 'Maatregelen die aandacht vragen', minutesAllotted: 40 },
    { kind: 'information', title: 'Rondvraag', minutesAllotted: 10 },
  ] as const
  await trx
    .insertInto('agendaTemplateItem')
    .values(items.map((item, index) => ({ ...item, templateId, position: index + 1 })))
    .execute()
  await trx
    .insertInto('meetingSeries')
    .values({
      groupId,
      title: 'Horizontaal Overleg Vrijwilligersbeleid',
      location: 'Brussel, vergaderzaal (demo)',
      frequency: 'monthly',
      every: 6,
      weekday: 4,
      weekOfMonth: 3,
      startsOn: '2027-03-01',
      time: '13:30',
      templateId,
      isDemo: true,
    })
    .execute()
}
