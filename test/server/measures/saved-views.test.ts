import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.shared'
import { changeView, deleteView } from '#server/measures/change-view'
import { saveView } from '#server/measures/save-view'
import { type SaveViewInput, saveViewInput } from '#server/measures/saved-view.shared'
import { listSavedViews } from '#server/measures/saved-view-queries'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createTeam, refusal, type Team } from './team'

let database: TestDatabase
let team: Team

beforeAll(async () => {
  database = await createTestDatabase()
  team = await createTeam(database.db)
})
afterAll(() => database.drop())

const save = (actor: Actor, values: Partial<SaveViewInput> = {}) =>
  database.db
    .transaction()
    .execute(trx =>
      saveView(trx, actor, { name: 'A view', path: '/measures', query: 'level=federal', isShared: false, ...values }),
    )
const change = (actor: Actor, viewId: string, values: { name?: string; isShared?: boolean }) =>
  database.db
    .transaction()
    .execute(trx => changeView(trx, actor, { viewId, name: 'A view', isShared: false, ...values }))
const remove = (actor: Actor, viewId: string) =>
  database.db.transaction().execute(trx => deleteView(trx, actor, { viewId }))
const names = async (actor: Actor) => (await listSavedViews(database.db, actor)).map(view => view.name)

test('one’s own views are one’s own; shared ones are the group’s, in the order in which they were saved', async () => {
  await save(team.editor, { name: 'Mine' })
  await save(team.editor, { name: 'Ours', isShared: true })
  await save(team.observer, { name: 'Of the observer' })
  expect(await names(team.editor)).toEqual(['Mine', 'Ours'])
  expect(await names(team.observer)).toEqual(['Ours', 'Of the observer'])
  expect(await names(team.coordinator)).toEqual(['Ours'])
  expect(await names(team.stranger)).toEqual([])
  expect(await listSavedViews(database.db, team.forSport)).toMatchObject([
    { name: 'Ours', path: '/measures', query: 'level=federal', isShared: true, isOwn: false },
  ])
})

describe('who may', () => {
  test.each([
    ['coordinator', 'nothing was refused'],
    ['editor', 'nothing was refused'],
    ['forSport', 'forbidden'],
    ['observer', 'forbidden'],
  ] as const)('%s, share: %s', async (who, expected) => {
    expect(await refusal(save(team[who], { isShared: true }))).toBe(expected)
    expect(await refusal(change(team[who], await save(team[who]), { isShared: true }))).toBe(expected)
    expect(await refusal(change(team[who], await save(team[who]), { name: 'Renamed' }))).toBe('nothing was refused')
  })

  test.each([
    ['coordinator', 'nothing was refused', 'not-found'],
    ['editor', 'nothing was refused', 'nothing was refused'],
    ['forSport', 'forbidden', 'not-found'],
    ['observer', 'forbidden', 'not-found'],
    ['stranger', 'not-found', 'not-found'],
  ] as const)('%s, rename and delete a shared view of the editor: %s, an own one: %s', async (who, shared, own) => {
    const [theirs, ours] = [await save(team.editor), await save(team.editor, { isShared: true })]
    expect(await refusal(change(team[who], ours, { name: 'Renamed', isShared: true }))).toBe(shared)
    expect(await refusal(remove(team[who], ours))).toBe(shared)
    expect(await refusal(change(team[who], theirs, { name: 'Renamed' }))).toBe(own)
    expect(await refusal(remove(team[who], theirs))).toBe(own)
  })
})

test('the trail tells of a shared view what it is, and of an own one only that it is', async () => {
  const [own, shared] = [await save(team.editor), await save(team.editor, { isShared: true })]
  await remove(team.editor, shared)
  const trail = await database.db
    .selectFrom('activity')
    .select(['verb', 'topics', 'before', 'after'])
    .where('subjectId', 'in', [own, shared])
    .orderBy('id')
    .execute()
  const group = `group:${team.group.id}`
  expect(trail).toMatchObject([
    { verb: 'saved-view.made', topics: [group], before: null, after: null },
    { verb: 'saved-view.made', topics: ['saved-views', group], after: { name: 'A view' } },
    { verb: 'saved-view.deleted', topics: ['saved-views', group], before: { name: 'A view' } },
  ])
})

test('a view leads to a page of the plan and nowhere else', () => {
  const parse = (path: string) => saveViewInput.safeParse({ name: 'x', path, query: 'q=a' })
  expect(parse('/measures/matrix').data).toEqual({ name: 'x', path: '/measures/matrix', query: 'q=a', isShared: false })
  for (const path of ['https://elsewhere.example', '//elsewhere.example', '/meetings', '/measures/../login']) {
    expect(parse(path).success).toBe(false)
  }
})
