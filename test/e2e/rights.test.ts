import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSessions } from '#server/auth/sessions'
import { freezeBaseline } from '#server/baselines/freeze-baseline'
import { addDependency } from '#server/dependencies/add-dependency'
import { acceptResponsibility } from '#server/measures/accept-responsibility'
import { addEvidenceLink } from '#server/measures/add-evidence'
import { addMilestone } from '#server/measures/add-milestone'
import { dropMilestone } from '#server/measures/drop-milestone'
import { saveView } from '#server/measures/save-view'
import { openRound } from '#server/rounds/open-round'
import { type AppServer, startAppServer } from '#test/support/app-server'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createActor, createGroup } from '#test/support/fixtures'
import { signInTeam, type TeamRole, teamRoles } from '#test/support/team-cookies'
import { addMeasure, ask, createTeam, type Team } from '../server/measures/team'

/** Who sends something: sport leads the measures here, youth has no part in them; a former member's mandate has ended. */
const roles = teamRoles
type Role = TeamRole

let here: TestDatabase
let server: AppServer
let team: Team
let cookies: Record<Role, string>

beforeAll(async () => {
  here = await createTestDatabase()
  team = await createTeam(here.db)
  cookies = await signInTeam(here.db, team)
  server = await startAppServer({ databaseUrl: here.url, env: { SEED: 'none' } })
})
afterAll(async () => {
  await server?.stop()
  await here?.drop()
})

interface Sent {
  path: string
  form?: Record<string, string>
  json?: object
  file?: { name: string; content: string; field?: string }
}

async function send(cookie: string, { path, form, json, file }: Sent): Promise<number> {
  const headers: Record<string, string> = { Cookie: cookie, Origin: server.url, Accept: 'text/html' }
  const upload = new FormData()
  for (const [name, value] of Object.entries(form ?? {})) upload.append(name, value)
  if (file) upload.append(file.field ?? 'file', new Blob([file.content], { type: 'text/csv' }), file.name)
  if (json) headers['Content-Type'] = 'application/json'
  const body = json ? JSON.stringify(json) : file ? upload : new URLSearchParams(form)
  const response = await fetch(server.url + path, { method: 'POST', headers, body, redirect: 'manual' })
  await response.body?.cancel()
  return response.status
}

async function get(path: string, cookie = ''): Promise<number> {
  const response = await fetch(server.url + path, { headers: { Cookie: cookie }, redirect: 'manual' })
  await response.body?.cancel()
  return response.status
}

const run = <T>(work: Parameters<ReturnType<typeof here.db.transaction>['execute']>[0]) =>
  here.db.transaction().execute(work) as Promise<T>

/** A measure that sport leads, with the id of that. */
async function led() {
  const measureId = await addMeasure(here.db, team, { title: `Measure ${crypto.randomUUID()}` })
  const responsibilityId = await ask(here.db, team, measureId, team.sport.id)
  await run(trx => acceptResponsibility(trx, team.forSport, { responsibilityId }))
  return { measureId, responsibilityId }
}
const asked = async () => {
  const measureId = await addMeasure(here.db, team)
  return { measureId, responsibilityId: await ask(here.db, team, measureId, team.sport.id) }
}
const planned = async () => {
  const { measureId } = await led()
  const input = { measureId, label: 'First', date: '2099', isReached: false }
  return { measureId, milestoneId: await run<string>(trx => addMilestone(trx, team.editor, input)) }
}
const round = () =>
  run<string>(trx =>
    openRound(trx, team.coordinator, {
      ...{ title: 'Round', question: '', dueOn: '2099-01-01', filter: '', withFinished: true },
    }),
  )
const onMeasure = (measureId: string, intent: string, form: Record<string, string> = {}): Sent => ({
  path: `/measures/${measureId}`,
  form: { intent, ...form },
})

const editors: Role[] = ['coordinator', 'editor']
const speakers: Role[] = ['forSport']

/** What can be done, by whom, and how it is sent; to people of another group the record does not exist. */
const operations: [what: string, may: Role[], prepare: (role: Role) => Promise<Sent>][] = [
  [
    'change a measure',
    editors,
    async () => onMeasure((await led()).measureId, 'change-measure', { 'before.level': 'flemish', level: 'local' }),
  ],
  [
    'say that a measure still holds',
    [...editors, ...speakers],
    async () => onMeasure((await led()).measureId, 'review-measure'),
  ],
  [
    'ask a body to carry a measure',
    editors,
    async () =>
      onMeasure((await led()).measureId, 'propose-responsibility', { role: 'consulted', bodyId: team.youth.id }),
  ],
  [
    'take a question back',
    editors,
    async () => {
      const { measureId, ...form } = await asked()
      return onMeasure(measureId, 'end-responsibility', form)
    },
  ],
  [
    'accept what a body is asked',
    speakers,
    async () => {
      const { measureId, ...form } = await asked()
      return onMeasure(measureId, 'accept-responsibility', form)
    },
  ],
  [
    'hand back what a body is asked',
    speakers,
    async () => {
      const { measureId, ...form } = await asked()
      return onMeasure(measureId, 'hand-back-responsibility', { ...form, reason: 'No people' })
    },
  ],
  [
    'end what was accepted',
    ['coordinator', ...speakers],
    async () => {
      const { measureId, ...form } = await led()
      return onMeasure(measureId, 'end-responsibility', { ...form, reason: 'Another task' })
    },
  ],
  [
    'ask another body to take over',
    [...editors, ...speakers],
    async () => {
      const { measureId, ...form } = await led()
      return onMeasure(measureId, 'transfer-responsibility', { ...form, bodyId: team.youth.id })
    },
  ],
  [
    'say which person does it',
    ['coordinator', ...speakers],
    async () => {
      const { measureId, ...form } = await led()
      return onMeasure(measureId, 'change-responsible-person', { ...form, personId: team.forSport.personId })
    },
  ],
  [
    'plan a milestone',
    [...editors, ...speakers],
    async () => onMeasure((await led()).measureId, 'add-milestone', { label: 'Next', date: '2099' }),
  ],
  [
    'move a milestone',
    [...editors, ...speakers],
    async () => {
      const { measureId, milestoneId } = await planned()
      const change = { 'before.plannedFor': '2099', plannedFor: '2100', reason: 'Later' }
      return onMeasure(measureId, 'change-milestone', { milestoneId, ...change })
    },
  ],
  [
    'drop a milestone',
    [...editors, ...speakers],
    async () => {
      const { measureId, milestoneId } = await planned()
      return onMeasure(measureId, 'drop-milestone', { milestoneId, reason: 'No more' })
    },
  ],
  [
    'take a milestone up again',
    [...editors, ...speakers],
    async () => {
      const { measureId, milestoneId } = await planned()
      await run(trx => dropMilestone(trx, team.editor, { milestoneId, reason: 'No more' }))
      return onMeasure(measureId, 'resume-milestone', { milestoneId })
    },
  ],
  [
    'say how measures hang together',
    editors,
    async () =>
      onMeasure((await led()).measureId, 'add-dependency', {
        relation: 'blocks.out',
        otherId: await addMeasure(here.db, team),
      }),
  ],
  [
    'take that away',
    editors,
    async () => {
      const { measureId } = await led()
      const toId = await addMeasure(here.db, team)
      const link = { fromId: measureId, toId, kind: 'supports' as const, note: '' }
      await run(trx => addDependency(trx, team.editor, link))
      const { id } = await here.db
        .selectFrom('dependency')
        .select('id')
        .where('fromId', '=', measureId)
        .executeTakeFirstOrThrow()
      return onMeasure(measureId, 'remove-dependency', { dependencyId: id })
    },
  ],
  [
    'report progress',
    [...editors, ...speakers],
    async () =>
      onMeasure((await led()).measureId, 'report-progress', {
        ...{ status: 'running', percentage: '40', confidence: 'safe' },
      }),
  ],
  [
    'add evidence',
    [...editors, ...speakers],
    async () => onMeasure((await led()).measureId, 'add-evidence-link', { url: 'https://example.org', name: '' }),
  ],
  [
    'upload evidence',
    [...editors, ...speakers],
    async () => ({
      ...onMeasure((await led()).measureId, 'add-evidence-file', { name: '' }),
      file: { name: 'proof.txt', content: 'It was done.', field: 'content' },
    }),
  ],
  [
    'take evidence away',
    [...editors, ...speakers],
    async () => {
      const { measureId } = await led()
      const link = { measureId, url: 'https://example.org', name: '', description: '' }
      const evidenceId = await run<string>(trx => addEvidenceLink(trx, team.forSport, link))
      return onMeasure(measureId, 'remove-evidence', { evidenceId })
    },
  ],
  [
    'remind who owes an update',
    ['coordinator'],
    async () => {
      await led()
      return { path: `/update-rounds/${await round()}`, form: { intent: 'remind-owners' } }
    },
  ],
  [
    'close a round',
    ['coordinator'],
    async () => {
      await led()
      return { path: `/update-rounds/${await round()}`, form: { intent: 'close-round', conclusion: '' } }
    },
  ],
  [
    'delete a view that another shared',
    ['coordinator'],
    async () => {
      const view = { name: crypto.randomUUID(), path: '/measures', query: 'level=local', isShared: true }
      const other = await createActor(here.db, { groupId: team.group.id, role: 'editor' })
      await run(trx => saveView(trx, other, view))
      const { id } = await here.db
        .selectFrom('savedView')
        .select('id')
        .where('name', '=', view.name)
        .executeTakeFirstOrThrow()
      return { path: '/measures/views.data', form: { intent: 'delete-view', viewId: id } }
    },
  ],
  [
    'rename a view that another shared',
    ['coordinator'],
    async () => {
      const name = crypto.randomUUID()
      const other = await createActor(here.db, { groupId: team.group.id, role: 'editor' })
      const view = { name, path: '/measures' as const, query: 'level=local', isShared: true }
      await run(trx => saveView(trx, other, view))
      const { id } = await here.db
        .selectFrom('savedView')
        .select('id')
        .where('name', '=', name)
        .executeTakeFirstOrThrow()
      const form = { intent: 'change-view', viewId: id, name: `${name} anew`, isShared: '1' }
      return { path: '/measures/views.data', form }
    },
  ],
]

describe('only who may does it', () => {
  test.each(operations)('%s: %j', async (_, may, prepare) => {
    const statuses = await Promise.all(
      roles.map(async role => [role, kindOf(await send(cookies[role], await prepare(role)))] as const),
    )
    expect(Object.fromEntries(statuses)).toEqual(
      Object.fromEntries(
        roles.map(role => [role, may.includes(role) ? 'done' : role === 'stranger' ? 'unknown' : 'refused']),
      ),
    )
  })
})

// 202 is a redirect as scripts are told of it.
const kindOf = (status: number) =>
  ({ 200: 'done', 202: 'done', 302: 'done', 403: 'refused', 404: 'unknown' })[status] ?? String(status)

test('cells of the table are for editors; of what is not theirs, others are told that it is not there', async () => {
  const { measureId } = await led()
  const change = { field: 'status', before: 'unknown', value: 'running' }
  const fill = { intent: 'change', cells: [{ measureId, ...change }] }
  const propose = { intent: 'propose', measureIds: [measureId], bodyId: team.youth.id }
  for (const role of ['forSport', 'forYouth', 'observer', 'former', 'stranger'] as const) {
    const statuses = [fill, propose].map(json => send(cookies[role], { path: '/measures/cells', json }))
    expect([role, ...(await Promise.all(statuses))]).toEqual(role === 'stranger' ? [role, 200, 200] : [role, 403, 403])
  }
  const stands = () =>
    here.db
      .selectFrom('measure')
      .select('status')
      .select(eb =>
        eb
          .selectFrom('responsibility')
          .select(eb => eb.fn.countAll<number>().as('count'))
          .whereRef('measureId', '=', 'measure.id')
          .as('carriers'),
      )
      .where('id', '=', measureId)
      .executeTakeFirstOrThrow()
  expect(await stands()).toMatchObject({ status: 'unknown', carriers: 1 })
  for (const role of editors) {
    const value = role === 'editor' ? 'running' : 'preparation'
    const before = role === 'editor' ? 'preparation' : 'unknown'
    const cells = [{ measureId, field: 'status', before, value }]
    expect(await send(cookies[role], { path: '/measures/cells', json: { intent: 'change', cells } })).toBe(200)
    expect(await stands()).toMatchObject({ status: value })
  }
  const open = { intent: 'propose', measureIds: [await addMeasure(here.db, team)], bodyId: team.youth.id }
  expect(await send(cookies.editor, { path: '/measures/cells', json: open })).toBe(200)
})

/** Of records that are new: somebody of another group would make them there. */
const beginnings: [what: string, may: Role[], sent: () => Sent][] = [
  [
    'make a measure',
    editors,
    () => ({
      path: '/measures/new',
      form: { title: 'New', priorityId: team.plan.priorityId, level: 'flemish', kind: 'measure' },
    }),
  ],
  [
    'import a file',
    ['coordinator'],
    () => ({ path: '/measures/import', file: { name: 'plan.csv', content: 'Titel;Niveau\nEen;Vlaams' } }),
  ],
  [
    'freeze a baseline',
    ['coordinator'],
    () => ({ path: '/baselines', form: { name: 'Now', reason: 'other', datedOn: '2026-01-01' } }),
  ],
  [
    'ask for updates',
    ['coordinator'],
    () => ({ path: '/update-rounds', form: { title: 'Spring', dueOn: '2099-01-01', withFinished: 'on' } }),
  ],
  [
    'save a view of one’s own',
    ['coordinator', 'editor', 'forSport', 'forYouth', 'observer'],
    () => ({
      path: '/measures/views.data',
      form: { intent: 'save-view', name: crypto.randomUUID(), path: '/measures', query: 'level=local' },
    }),
  ],
  [
    'share a view',
    editors,
    () => ({
      path: '/measures/views.data',
      form: { intent: 'save-view', name: crypto.randomUUID(), path: '/measures', query: 'level=local', isShared: '1' },
    }),
  ],
]

describe('only who may begins it', () => {
  test.each(beginnings)('%s: %j', async (_, may, sent) => {
    await led()
    const found: Record<string, string> = {}
    for (const role of roles.filter(role => role !== 'stranger'))
      found[role] = kindOf(await send(cookies[role], sent()))
    expect(found).toEqual(
      Object.fromEntries(Object.keys(found).map(role => [role, may.includes(role as Role) ? 'done' : 'refused'])),
    )
  })

  test('make the plan of a group that has none: its coordinator', async () => {
    const sessions = createSessions(here.db, { secure: false })
    const group = await createGroup(here.db)
    const form = { intent: 'create-plan', title: 'A plan', axes: 'One', priorities: 'First' }
    const found: [string, string][] = []
    for (const role of ['editor', 'representative', 'observer', 'coordinator'] as const) {
      const { personId } = await createActor(here.db, { groupId: group.id, role })
      const cookie = (await sessions.create(personId)).cookie.split(';')[0] ?? ''
      found.push([role, kindOf(await send(cookie, { path: '/measures', form }))])
    }
    expect(found).toEqual([
      ['editor', 'refused'],
      ['representative', 'refused'],
      ['observer', 'refused'],
      ['coordinator', 'done'],
    ])
  })
})

test('everybody of the group reads all of it; others find nothing, and visitors are asked who they are', async () => {
  const { measureId } = await led()
  const roundId = await round()
  const input = { name: 'Read', reason: 'other' as const, datedOn: '2026-01-01', note: '' }
  const baselineId = await run<string>(trx => freezeBaseline(trx, team.coordinator, input))
  const records = [
    `/measures/${measureId}`,
    `/measures/${measureId}/history`,
    ...['xlsx', 'csv'].map(ending => `/measures/${measureId}/history.${ending}`),
    `/measures/${measureId}/responsibilities.svg`,
    `/measures/${measureId}/versions`,
    `/measures/${measureId}/dependencies`,
    `/update-rounds/${roundId}`,
    `/update-rounds/${roundId}/report`,
    `/update-rounds/${roundId}/confidence.svg`,
    ...['pdf', 'csv'].map(ending => `/update-rounds/${roundId}/report.${ending}`),
    `/baselines/${baselineId}`,
  ]
  const plan = [
    ...['', '/matrix', '/map', '/timeline', '/board', '/changed', '/export.csv', '/pictures/map.svg'].map(
      page => `/measures${page}`,
    ),
    '/update-rounds',
    '/dependencies',
    '/baselines',
  ]
  for (const path of [...records, ...plan]) {
    const found: Record<string, number> = { visitor: await get(path) }
    await Promise.all(
      roles.map(async role => {
        found[role] = await get(path, cookies[role])
      }),
    )
    const isRecord = records.includes(path)
    const reads = { coordinator: 200, editor: 200, forSport: 200, forYouth: 200, observer: 200 }
    const expected = { ...reads, visitor: 302, former: 403, stranger: isRecord ? 404 : found.stranger }
    expect([path, found]).toEqual([path, expected])
  }
})
