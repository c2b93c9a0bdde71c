import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.shared'
import { countMail } from '#server/mail/mail-queries'
import { type MailServer, openMailServer } from '#server/mail/mail-server'
import { queueMail } from '#server/mail/queue-mail'
import { sendDueMail } from '#server/mail/send-due-mail'
import { planMeeting } from '#server/meetings/plan-meeting'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createActor } from '#test/support/fixtures'
import { catchMail, type MailCatcher } from './smtp'

let database: TestDatabase
let catcher: MailCatcher
let mail: MailServer
let actor: Actor
let meetingId: string

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  catcher = await catchMail()
  mail = openMailServer({ url: catcher.url, from: 'Samenspraak <samenspraak@test.example>' })
  actor = await createActor(database.db, { role: 'coordinator' })
  meetingId = await plan('2999-01-01')
})
afterEach(async () => {
  mail.close()
  await catcher.close()
  await sql`truncate mail_message, mail_attempt, follow_up_reminder`.execute(database.db)
})

const plan = (date: string) =>
  database.db
    .transaction()
    .execute(trx => planMeeting(trx, actor, { title: 'Najaar', date, time: '13:30', location: '' }))

const queue = (...addresses: string[]) =>
  database.db.transaction().execute(trx =>
    queueMail(
      trx,
      actor,
      addresses.map(toAddress => ({
        ...{ kind: 'meeting-invitation' as const, meetingId, personId: null, toName: 'Zoë', toAddress },
        ...{ subject: 'Één vraag', text: 'Dag Zoë', html: '<p>Dag Zoë</p>' },
        ...{ calendar: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR', calendarMethod: 'REQUEST' as const },
      })),
    ),
  )
const send = () => sendDueMail(database.db, mail.deliver)
const count = () => countMail(database.db, meetingId, 'meeting-invitation')
const letTimePass = () => database.db.updateTable('mailMessage').set({ nextTryAt: sql`now()` }).execute()

test('what waits reaches the mail server, once, with its calendar; answers go to who asked', async () => {
  await queue('a@test.example', 'b@test.example')
  expect(await count()).toMatchObject({ waiting: 2, sent: 0, failed: 0, reason: null })
  expect(await send()).toBe(2)
  expect(await send()).toBe(0)
  expect(catcher.received.map(({ to }) => to[0]).sort()).toEqual(['a@test.example', 'b@test.example'])
  const [{ from, source }] = catcher.received as [(typeof catcher.received)[number]]
  expect(from).toBe('samenspraak@test.example')
  expect(source).toMatch(/^Subject: =\?UTF-8\?/m)
  expect(source).toContain(`Reply-To: ${actor.name} <${actor.email}>`)
  expect(source).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i)
  expect(source).toMatch(/Content-Type: text\/html/)
  expect(await count()).toMatchObject({ waiting: 0, sent: 2, failed: 0 })
})

test('nodes that send at the same time send each message once', async () => {
  await queue(...Array.from({ length: 50 }, (_, index) => `p${index}@test.example`))
  await Promise.all([send(), send(), send()])
  expect(new Set(catcher.received.map(({ to }) => to[0])).size).toBe(50)
  expect(catcher.received).toHaveLength(50)
})

test('what fails for now is tried again later, and says why', async () => {
  await queue('a@test.example')
  catcher.refuse({ code: 451, message: 'Busy, come back' })
  await send()
  expect(await send()).toBe(0)
  expect(await count()).toMatchObject({ waiting: 1, reason: expect.stringContaining('Busy, come back') })
  catcher.refuse(null)
  await letTimePass()
  await send()
  expect(await count()).toMatchObject({ waiting: 0, sent: 1, reason: null })
})

test('what is refused for good is given up, and so is what is refused eight times', async () => {
  await queue('nobody@test.example')
  catcher.refuse({ code: 550, message: 'No such person' })
  await send()
  expect(await count()).toMatchObject({ waiting: 0, failed: 1, reason: expect.stringContaining('No such person') })

  await queue('a@test.example')
  catcher.refuse({ code: 451, message: 'Busy' })
  for (let round = 0; round < 9; round++) {
    await send()
    await letTimePass()
  }
  expect(await count()).toMatchObject({ waiting: 0, failed: 2 })
  expect(catcher.received).toEqual([])
  expect(await database.db.selectFrom('mailAttempt').select('id').execute()).toHaveLength(9)
})

test('a mail server that is away is waited for', async () => {
  await queue('a@test.example')
  await catcher.close()
  await send()
  expect(await count()).toMatchObject({ waiting: 1, sent: 0, reason: expect.stringMatching(/ECONNREFUSED|closed/i) })
})

test('an invitation to what has begun is not sent any more', async () => {
  meetingId = await plan('2020-01-01')
  await queue('a@test.example')
  await send()
  expect(await count()).toMatchObject({ waiting: 0, failed: 1, reason: 'too late' })
  expect(catcher.received).toEqual([])
})
