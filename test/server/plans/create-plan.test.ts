import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.shared'
import { createPlan } from '#server/plans/create-plan'
import { createPlanInput } from '#server/plans/plan.shared'
import { readPlan } from '#server/plans/plan-queries'
import { refusal } from '#test/server/measures/team'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createActor, createPlan as createPlanRow } from '#test/support/fixtures'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const input = createPlanInput.parse({ title: 'Ons plan', priorities: 'Eerst\r\n\r\n Dan \r\n', axes: '' })
const create = (actor: Actor) => database.db.transaction().execute(trx => createPlan(trx, actor, input))

test('the coordinator of a group without a plan makes one, once', async () => {
  const coordinator = await createActor(database.db, { role: 'coordinator' })
  const editor = await createActor(database.db, { role: 'editor', groupId: coordinator.groupId })
  expect(await readPlan(database.db, coordinator)).toBeNull()
  expect(await refusal(create(editor))).toBe('forbidden')

  const outcomes = await Promise.all([refusal(create(coordinator)), refusal(create(coordinator))])
  expect(outcomes.sort()).toEqual(['conflict', 'nothing was refused'])
  expect(await readPlan(database.db, editor)).toMatchObject({
    title: 'Ons plan',
    priorities: [
      { position: 1, title: 'Eerst' },
      { position: 2, title: 'Dan' },
    ],
    axes: [],
  })
})

test('a plan needs a name and a priority', () => {
  const problems = createPlanInput.safeParse({ title: ' ', priorities: '\r\n', axes: '' }).error?.issues
  expect(problems?.map(({ path, message }) => [path[0], message])).toEqual([
    ['title', 'required'],
    ['priorities', 'required'],
  ])
})

test('a group works on the plan that was approved last, and sees no other group’s', async () => {
  const actor = await createActor(database.db)
  const { groupId } = actor
  await createPlanRow(database.db, { groupId, title: 'Old', approvedOn: '2016-11-18' })
  await createPlanRow(database.db, { groupId, title: 'New', approvedOn: '2024-05-01' })
  await createPlanRow(database.db, { groupId, title: 'Proposed', proposedOn: '2026-01-01' })
  expect((await readPlan(database.db, actor))?.title).toBe('New')
  expect(await readPlan(database.db, await createActor(database.db))).toBeNull()
})
