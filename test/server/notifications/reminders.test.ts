import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { reminderWords } from '#app/reminder-words.server'
import { addActionInput } from '#server/actions/action.shared'
import { addAction } from '#server/actions/add-action'
import { finishAction } from '#server/actions/take-step'
import { openMailServer } from '#server/mail/mail-server'
import { sendDueMail } from '#server/mail/send-due-mail'
import { remindOwners } from '#server/notifications/remind-owners'
import { countReminders, lastReminders } from '#server/notifications/reminder-queries'
import { catchMail } from '#test/server/mail/smtp'
import { createTeam, type Team } from '#test/server/measures/team'
import { createTestDatabase, type TestDatabase } from '#test/support/database'

const base = 'https://samenspraak.example.org'
let database: TestDatabase
let team: Team

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  await sql`truncate follow_up_reminder, mail_attempt, mail_message, action_step, action_item cascade`.execute(
    database.db,
  )
  team = await createTeam(database.db)
})

const remind = () => remindOwners(database.db, { base, words: reminderWords() })
const dayFrom = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

function add(title: string, dueIn: number | null, { bodyId = team.sport.id, personId = '' } = {}): Promise<string> {
  const dueOn = dueIn === null ? '' : dayFrom(dueIn)
  const input = addActionInput.parse({ title, bodyId, personId, dueOn, measureId: '' })
  return database.db.transaction().execute(trx => addAction(trx, team.coordinator, input)) as Promise<string>
}
const messages = () =>
  database.db
    .selectFrom('mailMessage')
    .selectAll()
    .where('kind', '=', 'follow-up-reminder')
    .where('replacedAt', 'is', null)
    .orderBy('queuedAt')
    .execute()
/** As if what was written was so many days ago. */
const pass = (days: number) =>
  database.db.transaction().execute(async trx => {
    await sql`alter table follow_up_reminder disable trigger append_only`.execute(trx)
    await sql`update follow_up_reminder set reminded_at = reminded_at - make_interval(days => ${days})`.execute(trx)
    await sql`alter table follow_up_reminder enable trigger append_only`.execute(trx)
  })

describe('reminders', () => {
  it('go to who carries what is late or due within a week, in one message; to nobody for what is not', async () => {
    await add('Te laat', -3)
    await add('Bijna', 6)
    await add('Later', 30)
    await add('Zonder dag', null)
    const done = await add('Gedaan', -3)
    await database.db
      .transaction()
      .execute(trx => finishAction(trx, team.coordinator, { actionItemId: done, text: 'Het is af.' }))
    expect(await remind()).toBe(1)
    const [message] = await messages()
    expect(message).toMatchObject({ personId: team.forSport.personId, toAddress: team.forSport.email })
    expect(message?.subject).toBe('Herinnering: 2 zaken vragen je aandacht')
    expect(message?.text).toMatch(/- Te laat \(over tijd[\s\S]*- Bijna \(tegen/)
    expect(message?.text).toContain(`${base}/actions`)
    expect(message?.text).not.toMatch(/Later|Zonder dag|Gedaan/)
  })

  it('go to the person whom it was given to, in their language, and to nobody whose mandate ended', async () => {
    const { db } = database
    await db.updateTable('person').set({ locale: 'en' }).where('id', '=', team.editor.personId).execute()
    await add('Voor de redacteur', -1, { personId: team.editor.personId })
    await add('Voor jeugd', -1, { bodyId: team.youth.id })
    await db
      .updateTable('mandate')
      .set({ endsOn: '2021-01-01' })
      .where('personId', '=', team.forYouth.personId)
      .execute()
    expect(await remind()).toBe(1)
    const [message] = await messages()
    expect(message).toMatchObject({ personId: team.editor.personId, subject: expect.stringMatching(/^Reminder: 1 /) })
  })

  it('go to the editors of a body for which nobody speaks', async () => {
    const { db } = database
    await db
      .updateTable('mandate')
      .set({ endsOn: '2021-01-01' })
      .where('personId', '=', team.forSport.personId)
      .execute()
    await add('Te laat', -3)
    await remind()
    expect((await messages()).map(({ personId }) => personId)).toEqual([team.editor.personId])
  })

  it('come once a week at most, on however many nodes', async () => {
    await add('Te laat', -3)
    const counts = await Promise.all([remind(), remind(), remind(), remind()])
    expect(counts.sort()).toEqual([0, 0, 0, 1])
    await pass(6)
    expect(await remind()).toBe(0)
    await database.db.updateTable('mailMessage').set({ sentAt: new Date() }).execute()
    await pass(2)
    expect(await remind()).toBe(1)
    expect(await messages()).toHaveLength(2)
  })

  it('that still wait are replaced by one that says all of it', async () => {
    await add('Eerst', -3)
    await remind()
    await add('Daarna', -2)
    expect(await remind()).toBe(1)
    const waiting = await messages()
    expect(waiting).toHaveLength(1)
    expect(waiting[0]?.text).toMatch(/- Eerst[\s\S]*- Daarna/)
    expect(await countReminders(database.db, team.observer)).toMatchObject({ waiting: 1, sent: 0, failed: 0 })
    expect(await countReminders(database.db, team.stranger)).toMatchObject({ waiting: 0 })
  })

  it('reach the mail server once, and the action says when', async () => {
    const id = await add('Te laat', -3)
    await add('Nog een', -3)
    await remind()
    await add('Een derde', -3)
    await remind()
    expect((await lastReminders(database.db, [id]))[id]).toMatchObject({ isSent: false })
    const catcher = await catchMail()
    const mail = openMailServer({ url: catcher.url, from: 'Samenspraak <samenspraak@test.example>' })
    await database.db
      .updateTable('mailMessage')
      .set({ nextTryAt: new Date(0) })
      .execute()
    await Promise.all([sendDueMail(database.db, mail.deliver), sendDueMail(database.db, mail.deliver)])
    mail.close()
    await catcher.close()
    expect(catcher.received.map(({ to }) => to)).toEqual([[team.forSport.email]])
    expect((await lastReminders(database.db, [id]))[id]).toMatchObject({ isSent: true, at: expect.any(Date) })
    expect(await remind()).toBe(0)
  })
})
