import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { invitationWords } from '#app/routes/meeting/invitation-words.server'
import type { Actor } from '#server/auth/actor.shared'
import type { FeedKind } from '#server/calendars/calendar-feed.shared'
import { readFeed, readFeedState, renewFeed, stopFeed } from '#server/calendars/calendar-feeds'
import { inviteMembers } from '#server/calendars/invite-members'
import { sendOutAgenda } from '#server/calendars/send-out-agenda'
import { addAgendaItem } from '#server/meetings/add-agenda-item'
import { addAgendaItemInput } from '#server/meetings/meeting.shared'
import { planMeeting } from '#server/meetings/plan-meeting'
import { startMeeting } from '#server/meetings/start-meeting'
import { createTeam, refusal, type Team } from '#test/server/measures/team'
import { createTestDatabase, type TestDatabase } from '#test/support/database'

const base = 'https://samenspraak.example.org'
let database: TestDatabase
let team: Team
let meetingId: string
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  team = await createTeam(database.db)
  meetingId = await plan(team.coordinator, 'Najaar, met een komma')
})

const within = <T>(work: (trx: Parameters<typeof planMeeting>[0]) => Promise<T>) =>
  database.db.transaction().execute(work)
const plan = (actor: Actor, title: string) =>
  within(trx => planMeeting(trx, actor, { title, date: '2999-07-01', time: '13:30', location: 'Brussel' }))
const add = (minutes: number | undefined) =>
  within(trx =>
    addAgendaItem(
      trx,
      team.coordinator,
      addAgendaItemInput.parse({ meetingId, kind: 'decision', title: `Punt van ${minutes}`, minutes }),
    ),
  )
const renew = (actor: Actor, kind: FeedKind) => within(trx => renewFeed(trx, actor, kind))
const invite = (actor: Actor = team.coordinator) =>
  within(trx => inviteMembers(trx, actor, meetingId, { base, words: invitationWords() }))

/** Lines of iCalendar, folded ones put together. */
const lines = (calendar: string) => calendar.replaceAll('\r\n ', '').split('\r\n')
const fetchFeed = async (token: string) => lines(await readFeed(database.db, token, base))

describe('a feed', () => {
  it('holds the meetings, when they begin and end, with their agenda and address', async () => {
    await add(40)
    await add(50)
    const calendar = await fetchFeed(await renew(team.observer, 'person'))
    expect(calendar).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'METHOD:PUBLISH',
        `UID:${meetingId}@samenspraak`,
        'DTSTART:29990701T113000Z',
        'DTEND:29990701T130000Z',
        'SUMMARY:Najaar\\, met een komma',
        'LOCATION:Brussel',
        `URL;VALUE=URI:${base}/meetings/${meetingId}`,
        'END:VCALENDAR',
      ]),
    )
    expect(calendar.find(line => line.startsWith('DESCRIPTION:'))).toContain('1. Punt van 40\\n2. Punt van 50')
  })

  it('shows two hours where nobody said how long it takes', async () => {
    expect(await fetchFeed(await renew(team.observer, 'person'))).toContain('DTEND:29990701T133000Z')
  })

  it('of a person is of their own groups only, and empty once their mandate ended', async () => {
    const { db } = database
    await plan(team.stranger, 'Van een ander')
    const token = await renew(team.forSport, 'person')
    const summaries = async () => (await fetchFeed(token)).filter(line => line.startsWith('SUMMARY:'))
    expect(await summaries()).toEqual(['SUMMARY:Najaar\\, met een komma'])
    await db
      .updateTable('mandate')
      .set({ endsOn: '2020-12-31' })
      .where('personId', '=', team.forSport.personId)
      .execute()
    expect(await summaries()).toEqual([])
  })

  it('of a group is a coordinator’s; one of a person is everybody’s own', async () => {
    for (const actor of [team.editor, team.forSport, team.observer]) {
      expect(await refusal(renew(actor, 'group'))).toBe('forbidden')
      expect(await refusal(within(trx => stopFeed(trx, actor, 'group')))).toBe('forbidden')
    }
    const token = await renew(team.coordinator, 'group')
    expect(await fetchFeed(token)).toContain('SUMMARY:Najaar\\, met een komma')
    expect((await readFeedState(database.db, team.observer, 'group')).madeAt).toBeInstanceOf(Date)
  })

  it('has one address that works: a new one ends the old one, and it can be stopped', async () => {
    const { db } = database
    const [first, second] = [await renew(team.editor, 'person'), await renew(team.editor, 'person')]
    expect(await refusal(readFeed(db, first, base))).toBe('not-found')
    expect(await fetchFeed(second)).toContain('BEGIN:VEVENT')
    await within(trx => stopFeed(trx, team.editor, 'person'))
    expect(await refusal(readFeed(db, second, base))).toBe('not-found')
    expect((await readFeedState(db, team.editor, 'person')).madeAt).toBe(null)
    const hashes = await db.selectFrom('calendarFeed').select('tokenHash').execute()
    expect(hashes.some(({ tokenHash }) => tokenHash === first || tokenHash === second)).toBe(false)
  })

  it('has one address also when it is renewed twice at once', async () => {
    const tokens = await Promise.all([1, 2, 3].map(() => renew(team.editor, 'person')))
    const working = await Promise.all(tokens.map(token => refusal(readFeed(database.db, token, base))))
    expect(working.filter(answer => answer === 'nothing was refused')).toHaveLength(1)
  })
})

describe('invitations', () => {
  it('go to whoever has a mandate today, each in their language, with an entry that their calendar can answer', async () => {
    const { db } = database
    await add(60)
    await db.updateTable('person').set({ locale: 'en' }).where('id', '=', team.observer.personId).execute()
    await db
      .updateTable('mandate')
      .set({ endsOn: '2020-12-31' })
      .where('personId', '=', team.forYouth.personId)
      .execute()
    await db.updateTable('person').set({ disabledAt: new Date() }).where('id', '=', team.forSport.personId).execute()
    expect(await invite()).toBe(3)
    const messages = await db.selectFrom('mailMessage').selectAll().where('meetingId', '=', meetingId).execute()
    const byPerson = new Map(messages.map(message => [message.personId, message]))
    expect([...byPerson.keys()].sort()).toEqual(
      [team.coordinator, team.editor, team.observer].map(({ personId }) => personId).sort(),
    )
    expect(byPerson.get(team.editor.personId)?.subject).toBe('Uitnodiging: Najaar, met een komma, 1 juli 2999')
    const english = byPerson.get(team.observer.personId)!
    expect(english.subject).toMatch(/^Invitation: /)
    expect(english.text).toContain('1. Punt van 60')
    expect(english.html).toContain(`<a href="${base}/meetings/${meetingId}">`)
    expect(lines(english.calendar!)).toEqual(
      expect.arrayContaining(['METHOD:REQUEST', 'SEQUENCE:0', `UID:${meetingId}@samenspraak`]),
    )
    const people = lines(english.calendar!).filter(line => /^(ORGANIZER|ATTENDEE)/.test(line))
    expect(people.map(line => line.toLowerCase())).toEqual([
      expect.stringContaining(`mailto:${team.coordinator.email}`),
      expect.stringContaining(`mailto:${team.observer.email}`),
    ])
  })

  it('sent again replace what calendars show', async () => {
    await invite()
    await invite()
    const again = await database.db
      .selectFrom('mailMessage')
      .select(['subject', 'calendar'])
      .where('personId', '=', team.observer.personId)
      .execute()
    expect(again.map(({ calendar }) => /SEQUENCE:\d/.exec(calendar ?? '')?.[0]).sort()).toEqual([
      'SEQUENCE:0',
      'SEQUENCE:1',
    ])
    expect(again.map(({ subject }) => subject.split(':')[0]).sort()).toEqual(['Gewijzigd', 'Uitnodiging'])
  })

  it('go out with the agenda: the first version invites, the next one updates, and what is not sent invites nobody', async () => {
    const { db } = database
    const sendOut = (note: string, actor: Actor = team.coordinator) =>
      within(trx => sendOutAgenda(trx, actor, { meetingId, note }, { base, words: invitationWords() }))
    expect(await refusal(sendOut(''))).toBe('conflict/agenda-empty')
    await add(20)
    expect(await refusal(sendOut('', team.editor))).toBe('forbidden')
    expect(await sendOut('Lees <vooraf> de nota')).toEqual({ number: 1, invited: 5 })
    expect(await refusal(sendOut(''))).toBe('conflict/agenda-unchanged')
    await add(30)
    expect(await sendOut('')).toEqual({ number: 2, invited: 5 })
    const sent = await db
      .selectFrom('mailMessage')
      .select(['text', 'html', 'calendar'])
      .where('personId', '=', team.forYouth.personId)
      .execute()
    const bySequence = new Map(sent.map(mail => [/SEQUENCE:(\d)/.exec(mail.calendar ?? '')?.[1], mail]))
    expect([...bySequence.keys()].sort()).toEqual(['0', '1'])
    expect(bySequence.get('0')?.text).toContain('Lees <vooraf> de nota')
    expect(bySequence.get('0')?.html).toContain('Lees &lt;vooraf&gt; de nota')
    expect(bySequence.get('1')?.text).toContain('1. Punt van 20\n2. Punt van 30')
    expect(bySequence.get('1')?.calendar).toContain(`UID:${meetingId}@samenspraak`)
  })

  it('are a coordinator’s, for a meeting of their own that did not begin', async () => {
    for (const actor of [team.editor, team.forSport, team.observer])
      expect(await refusal(invite(actor))).toBe('forbidden')
    expect(await refusal(invite(team.stranger))).toBe('not-found')
    await within(trx => startMeeting(trx, team.coordinator, meetingId))
    expect(await refusal(invite())).toBe('conflict/meeting-not-planned')
    expect(
      await database.db.selectFrom('mailMessage').select('id').where('meetingId', '=', meetingId).execute(),
    ).toEqual([])
  })
})
