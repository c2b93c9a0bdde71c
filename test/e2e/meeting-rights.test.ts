import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addActionInput } from '#server/actions/action.shared'
import { addAction } from '#server/actions/add-action'
import { finishAction } from '#server/actions/take-step'
import { effectsOfDecisions } from '#server/decisions/effect-queries'
import { addAgendaItem } from '#server/meetings/add-agenda-item'
import { concludeMeeting } from '#server/meetings/conclude-meeting'
import { askFloor, giveFloor } from '#server/meetings/floor'
import { addAgendaItemInput } from '#server/meetings/meeting.shared'
import { openItem } from '#server/meetings/run-session'
import { startMeeting } from '#server/meetings/start-meeting'
import { approveMinutes } from '#server/minutes/approve-minutes'
import { commentMinutes } from '#server/minutes/comment-minutes'
import { sendMinutes } from '#server/minutes/send-minutes'
import { tableMinutes } from '#server/minutes/table-minutes'
import { createMeeting, record as recordIn } from '#test/server/decisions/decision-room'
import { type AppServer, startAppServer } from '#test/support/app-server'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { signInTeam, type TeamRole, teamRoles } from '#test/support/team-cookies'
import { addMeasure, createTeam, type Team } from '../server/measures/team'

/** Who sends something: sport was at the meetings, youth was not; a former coordinator's mandate has ended. */
const roles = teamRoles
type Role = TeamRole
type Trx = Parameters<Parameters<ReturnType<TestDatabase['db']['transaction']>['execute']>[0]>[0]

let here: TestDatabase
let server: AppServer
let team: Team
let measureId: string
let cookies: Record<Role, string>

beforeAll(async () => {
  here = await createTestDatabase()
  team = await createTeam(here.db)
  measureId = await addMeasure(here.db, team)
  cookies = await signInTeam(here.db, team)
  server = await startAppServer({ databaseUrl: here.url, env: { SEED: 'none' } })
})
afterAll(async () => {
  await server?.stop()
  await here?.drop()
})

const run = <T>(work: (trx: Trx) => Promise<T>) => here.db.transaction().execute(work)

interface Sent {
  path: string
  form: Record<string, string>
}

async function send(role: Role, { path, form }: Sent): Promise<string> {
  const headers = { Cookie: cookies[role], Origin: server.url, Accept: 'text/html' }
  const body = new URLSearchParams(form)
  const response = await fetch(server.url + path, { method: 'POST', headers, body, redirect: 'manual' })
  await response.body?.cancel()
  // 202 is a redirect as scripts are told of it.
  const kinds: Record<number, string> = { 200: 'done', 202: 'done', 302: 'done', 403: 'refused', 404: 'unknown' }
  return kinds[response.status] ?? String(response.status)
}

const planned = () => createMeeting(here.db, team.coordinator, { measureIds: [measureId] })
/** In session, with sport there and youth excused. */
async function session() {
  const meeting = await planned()
  const { meetingId } = meeting
  const there = { meetingId, capacity: 'member' as const, description: null }
  const [present] = await here.db
    .insertInto('attendance')
    .values([
      { ...there, bodyId: team.sport.id, presence: 'present' },
      { ...there, bodyId: team.youth.id, presence: 'excused' },
    ])
    .returning('id')
    .execute()
  await run(trx => startMeeting(trx, team.coordinator, meetingId))
  return { ...meeting, attendanceId: present!.id }
}
async function atItem() {
  const meeting = await session()
  await run(trx => openItem(trx, team.coordinator, meeting))
  return meeting
}
async function held() {
  const meeting = await session()
  await run(trx => concludeMeeting(trx, team.coordinator, meeting.meetingId))
  return meeting
}
async function goesRound() {
  const meeting = await held()
  const { meetingId } = meeting
  await run(trx => sendMinutes(trx, team.coordinator, { meetingId, commentUntil: '2999-01-01' }))
  return meeting
}
/** Of which the minutes were approved: with changes still to be made, or frozen. */
async function approved(result: 'approved' | 'approved-with-changes') {
  const meeting = await goesRound()
  const next = await createMeeting(here.db, team.coordinator, { date: '2998-01-01' })
  const agendaItemId = await run(trx =>
    tableMinutes(trx, team.coordinator, meeting.meetingId, { meetingId: next.meetingId, title: 'Verslag' }),
  )
  const { id: decisionId } = await decide({ ...next, agendaItemId }, { result, measureIds: [] })
  await run(trx => approveMinutes(trx, team.coordinator, { decisionId, agendaItemId, result }))
  return meeting
}
const decide = (meeting: { meetingId: string; agendaItemId: string }, values: object = {}) =>
  recordIn(here.db, { ...team, ...meeting, measureId } as Parameters<typeof recordIn>[1], values)
async function effect() {
  const { id } = await decide(await planned(), {
    effects: [{ kind: 'set-status', measureId, status: 'running' }],
  })
  const [found] = await effectsOfDecisions(here.db, team.observer, [id])
  return { path: `/decisions/${id}`, effectId: found!.id }
}
const floor = async () => {
  const meeting = await session()
  await run(trx => askFloor(trx, team.forSport, meeting))
  const { id } = await here.db
    .selectFrom('floorRequest')
    .select('id')
    .where('meetingId', '=', meeting.meetingId)
    .executeTakeFirstOrThrow()
  return { ...meeting, requestId: id }
}
async function ofSport(): Promise<string> {
  const title = `Een lijst ${randomUUID()}`
  const input = addActionInput.parse({ title, bodyId: team.sport.id, personId: '', dueOn: '', measureId: '' })
  await run(trx => addAction(trx, team.coordinator, input))
  const found = here.db.selectFrom('actionItem').select('id').where('title', '=', title)
  return (await found.executeTakeFirstOrThrow()).id
}

const on = (meetingId: string, what: string, form: Record<string, string> = {}): Sent => ({
  path: `/meetings/${meetingId}`,
  form: { what, ...form },
})
const onMinutes = (meetingId: string, intent: string, form: Record<string, string> = {}): Sent => ({
  path: `/meetings/${meetingId}/minutes`,
  form: { intent, ...form },
})
const onAction = async (intent: string, form: Record<string, string> = {}): Promise<Sent> => ({
  path: '/actions',
  form: { intent, actionItemId: await ofSport(), ...form },
})

const chair: Role[] = ['coordinator']
const secretaries: Role[] = ['coordinator', 'editor']
const participants: Role[] = [...secretaries, 'forSport', 'forYouth']
const carriers: Role[] = [...secretaries, 'forSport']

/** What can be done, by whom, and how it is sent; to people of another group the record does not exist. */
const operations: [what: string, may: Role[], prepare: () => Promise<Sent>][] = [
  // Agenda
  [
    'add an item',
    chair,
    async () => on((await planned()).meetingId, 'add-item', { kind: 'decision', title: 'Een nieuw punt' }),
  ],
  [
    'change an item',
    chair,
    async () => {
      const { meetingId, agendaItemId } = await planned()
      return on(meetingId, 'change-item', { agendaItemId, kind: 'discussion', title: 'Anders', revision: '1' })
    },
  ],
  [
    'move an item',
    chair,
    async () => {
      const { meetingId, agendaItemId } = await planned()
      const second = addAgendaItemInput.parse({ meetingId, kind: 'information', title: 'Tweede' })
      await run(trx => addAgendaItem(trx, team.coordinator, second))
      return on(meetingId, 'move-item', { agendaItemId, direction: 'down' })
    },
  ],
  [
    'take an item off',
    chair,
    async () => {
      const { meetingId, agendaItemId } = await planned()
      return on(meetingId, 'remove-item', { agendaItemId })
    },
  ],
  [
    'copy an item to another meeting',
    chair,
    async () => {
      const { meetingId, agendaItemId } = await planned()
      return on(meetingId, 'transfer-item', { agendaItemId, how: 'copy', toMeetingId: (await planned()).meetingId })
    },
  ],
  ['send the agenda', chair, async () => on((await planned()).meetingId, 'send-agenda')],
  [
    'invite the members',
    chair,
    async () => ({ path: `/meetings/${(await planned()).meetingId}/invitations`, form: { intent: 'invite' } }),
  ],
  // Session
  ['open the meeting', chair, async () => on((await planned()).meetingId, 'start')],
  ['close the meeting', chair, async () => on((await session()).meetingId, 'conclude')],
  [
    'come to an item',
    chair,
    async () => {
      const { meetingId, agendaItemId } = await session()
      return on(meetingId, 'open-item', { agendaItemId })
    },
  ],
  ['stop the clock', chair, async () => on((await atItem()).meetingId, 'run-clock', { run: 'false' })],
  [
    'give an item more time',
    chair,
    async () => {
      const { meetingId, agendaItemId } = await atItem()
      return on(meetingId, 'extend-item', { agendaItemId, minutes: '5' })
    },
  ],
  ['expect the members', secretaries, async () => on((await planned()).meetingId, 'expect-members')],
  [
    'list somebody',
    secretaries,
    async () =>
      on((await planned()).meetingId, 'add-attendee', { bodyId: team.youth.id, capacity: 'guest', description: '' }),
  ],
  [
    'say who is there',
    secretaries,
    async () => {
      const { meetingId, attendanceId } = await session()
      return on(meetingId, 'change-attendance', { attendanceId, presence: 'absent' })
    },
  ],
  [
    'note who left',
    secretaries,
    async () => {
      const { meetingId, attendanceId } = await session()
      return on(meetingId, 'leave', { attendanceId })
    },
  ],
  [
    'confirm who is seen',
    secretaries,
    async () => on((await session()).meetingId, 'confirm-present', { personIds: team.forSport.personId }),
  ],
  ['ask for the floor', participants, async () => on((await session()).meetingId, 'ask-floor')],
  [
    'give the floor',
    chair,
    async () => {
      const { meetingId, requestId } = await floor()
      return on(meetingId, 'give-floor', { requestId })
    },
  ],
  [
    'end one’s turn, or that of another',
    ['coordinator', 'forSport'],
    async () => {
      const { meetingId, requestId } = await floor()
      await run(trx => giveFloor(trx, team.coordinator, { meetingId, requestId }))
      return on(meetingId, 'end-floor', { requestId })
    },
  ],
  // Decisions
  [
    'record a decision',
    chair,
    async () => {
      const { meetingId, agendaItemId } = await session()
      const form = { decisionId: randomUUID(), agendaItemId, result: 'approved', text: 'Akkoord.' }
      return on(meetingId, 'record-decision', form)
    },
  ],
  [
    'apply an effect',
    secretaries,
    async () => {
      const { path, effectId } = await effect()
      return { path, form: { intent: 'apply-effect', effectId } }
    },
  ],
  [
    'drop an effect',
    chair,
    async () => {
      const { path, effectId } = await effect()
      return { path, form: { intent: 'drop-effect', effectId, reason: 'Niet meer nodig' } }
    },
  ],
  [
    'sign an erratum',
    chair,
    async () => {
      const { id } = await decide(await planned())
      return { path: `/decisions/${id}`, form: { intent: 'sign-erratum', text: 'Lees: 2027.' } }
    },
  ],
  // Actions
  ['note how far an action is', carriers, () => onAction('note-action', { text: 'Halfweg' })],
  ['say that an action is done', carriers, () => onAction('finish-action', { text: 'Het staat er' })],
  ['move an action', carriers, () => onAction('move-action', { dueOn: '2999-01-01', text: 'Later' })],
  ['drop an action', carriers, () => onAction('drop-action', { text: 'Niet meer nodig' })],
  [
    'take an action up again',
    carriers,
    async () => {
      const sent = await onAction('reopen-action', { text: 'Toch niet' })
      const actionItemId = sent.form.actionItemId!
      await run(trx => finishAction(trx, team.coordinator, { actionItemId, text: 'Klaar' }))
      return sent
    },
  ],
  // Minutes
  [
    'send minutes round',
    chair,
    async () => onMinutes((await held()).meetingId, 'send', { commentUntil: '2999-01-01' }),
  ],
  [
    'comment on minutes: who was there',
    ['editor', 'forSport'],
    async () => onMinutes((await goesRound()).meetingId, 'comment', { text: 'Te kort.' }),
  ],
  [
    'say what became of a comment',
    secretaries,
    async () => {
      const { meetingId } = await goesRound()
      await run(trx => commentMinutes(trx, team.forSport, { meetingId, text: 'Te kort.' }))
      const { id: commentId } = await here.db
        .selectFrom('minutesComment')
        .select('id')
        .where('meetingId', '=', meetingId)
        .executeTakeFirstOrThrow()
      return onMinutes(meetingId, 'answer-comment', { commentId, outcome: 'taken-in' })
    },
  ],
  ['take minutes back', chair, async () => onMinutes((await goesRound()).meetingId, 'take-back')],
  [
    'put their approval on an agenda',
    chair,
    async () => {
      const later = await createMeeting(here.db, team.coordinator, { date: '2999-01-01' })
      return onMinutes((await goesRound()).meetingId, 'table', { place: later.meetingId, title: 'Verslag' })
    },
  ],
  ['freeze minutes', chair, async () => onMinutes((await approved('approved-with-changes')).meetingId, 'finish')],
]

describe('only who may does it', () => {
  test.each(operations)('%s: %j', async (_, may, prepare) => {
    const found = await Promise.all(roles.map(async role => [role, await send(role, await prepare())] as const))
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(
        roles.map(role => [role, may.includes(role) ? 'done' : role === 'stranger' ? 'unknown' : 'refused']),
      ),
    )
  })

  test('give a body something to do: editors, and who speaks for it', async () => {
    const form = { intent: 'add-action', title: 'Een lijst', bodyId: team.sport.id }
    const found: Record<string, string> = {}
    for (const role of roles.filter(role => role !== 'stranger'))
      found[role] = await send(role, { path: '/actions', form })
    expect(found).toEqual({
      ...{ coordinator: 'done', editor: 'done', forSport: 'done' },
      ...{ forYouth: 'refused', observer: 'refused', former: 'refused' },
    })
  })
})

test('once minutes are frozen nobody adds, decides, lists, sends or comments any more', async () => {
  const { meetingId, agendaItemId, attendanceId } = await approved('approved')
  const late = [
    on(meetingId, 'add-item', { kind: 'decision', title: 'Nog een punt' }),
    on(meetingId, 'record-decision', { decisionId: randomUUID(), agendaItemId, result: 'approved', text: 'Toch.' }),
    on(meetingId, 'change-attendance', { attendanceId, presence: 'absent' }),
    onMinutes(meetingId, 'send', { commentUntil: '2999-01-01' }),
    onMinutes(meetingId, 'comment', { text: 'Toch nog iets.' }),
    onMinutes(meetingId, 'take-back'),
    onMinutes(meetingId, 'finish'),
  ]
  for (const sent of late)
    for (const role of roles)
      expect([sent.form, role, await send(role, sent)]).toEqual([
        sent.form,
        role,
        role === 'stranger' ? 'unknown' : 'refused',
      ])
})

test('who opens a meeting that is open already is told so once, beside the button', async () => {
  const { meetingId } = await session()
  const headers = { Cookie: cookies.coordinator, Origin: server.url, Accept: 'text/html', 'Accept-Language': 'nl' }
  const body = new URLSearchParams({ what: 'start' })
  const answer = await fetch(`${server.url}/meetings/${meetingId}`, { method: 'POST', headers, body })
  expect(answer.status).toBe(409)
  const forms = (await answer.text()).split('<form')
  const telling = forms.filter(form => form.includes('Deze vergadering was al geopend.'))
  expect(telling).toEqual([expect.stringContaining('value="conclude"')])
})

/** A tab that is connected; null where the server lets nobody in. */
async function connect(role: Role): Promise<Socket | null> {
  const extraHeaders = { cookie: cookies[role], origin: server.url }
  const socket = io(server.url, { transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders })
  return new Promise(resolve => {
    socket.once('connect', () => resolve(socket))
    socket.once('connect_error', () => resolve(null))
  })
}

function edit(words: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('extra').insert(0, words)
  return Y.encodeStateAsUpdate(doc)
}

describe('over a socket, the text of an item', () => {
  const speak = {
    forSport: 'comment',
    forYouth: 'comment',
    observer: 'read',
    former: 'not let in',
    stranger: 'not-found',
  }
  const closed = { ...speak, coordinator: 'comment', editor: 'comment' }
  test.each([
    ['is written by editors while it is a draft', held, { ...speak, coordinator: 'write', editor: 'write' }],
    ['is written by nobody while it goes round', goesRound, closed],
    ['is written by nobody once it is frozen', () => approved('approved'), closed],
  ] as const)('%s', async (_, prepare, expected) => {
    const { agendaItemId } = await prepare()
    const { id: documentId } = await here.db
      .selectFrom('document')
      .select('id')
      .where('subjectId', '=', agendaItemId)
      .executeTakeFirstOrThrow()
    const found: Record<string, string> = {}
    const written: string[] = []
    for (const role of roles) {
      const socket = await connect(role)
      if (!socket) {
        found[role] = 'not let in'
        continue
      }
      const stateVector = Y.encodeStateVector(new Y.Doc())
      const joined = await socket.emitWithAck('document:join', { documentId, stateVector })
      found[role] = joined.ok ? joined.access : joined.code
      const answer = await socket.emitWithAck('document:update', { documentId, update: edit(role) })
      if (answer.ok) written.push(role)
      else expect([role, answer.code]).toEqual([role, role === 'stranger' ? 'not-found' : 'forbidden'])
      socket.disconnect()
    }
    expect(found).toEqual(expected)
    expect(written).toEqual(roles.filter(role => expected[role] === 'write'))
  })
})
