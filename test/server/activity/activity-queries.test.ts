import { afterAll, beforeAll, expect, test } from 'vitest'
import { recentActivity } from '#server/activity/activity-queries'
import { type ActivityInput, recordActivity } from '#server/activity/record-activity'
import type { Actor } from '#server/auth/actor.shared'
import { createMeasure } from '#server/measures/create-measure'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createActor, createPlan } from '#test/support/fixtures'

let database: TestDatabase
let editor: Actor
let colleague: Actor
let measureId: string

beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  const plan = await createPlan(db)
  editor = await createActor(db, { groupId: plan.groupId, role: 'coordinator' })
  colleague = await createActor(db, { groupId: plan.groupId })
  measureId = await db.transaction().execute(trx =>
    createMeasure(trx, editor, {
      title: 'Welkom voor nieuwe vrijwilligers',
      priorityId: plan.priorityId,
      kind: 'measure',
      level: 'flemish',
      axisId: null,
      horizon: null,
      number: null,
    }),
  )
})

afterAll(() => database.drop())

const did = (actor: Actor, verb: string, more: Partial<ActivityInput> = {}) =>
  database.db
    .transaction()
    .execute(trx =>
      recordActivity(trx, actor, { verb, subjectType: 'measure', subjectId: measureId, topics: [], ...more }),
    )

test('the feed tells who did what to which record, newest first, and puts the same by the same person together', async () => {
  await did(editor, 'text.edited')
  await did(colleague, 'text.edited')
  await did(editor, 'text.edited')
  const lines = await recentActivity(database.db, colleague, { limit: 10 })
  expect(lines.map(({ verb, times, personId }) => ({ verb, times, personId }))).toEqual([
    { verb: 'text.edited', times: 2, personId: editor.personId },
    { verb: 'text.edited', times: 1, personId: colleague.personId },
    { verb: 'measure.created', times: 1, personId: editor.personId },
  ])
  expect(lines[0]).toMatchObject({
    subject: { type: 'measure', id: measureId, title: 'Welkom voor nieuwe vrijwilligers' },
    bodyCode: editor.mandate.bodyCode,
    colour: editor.mandate.colour,
  })
  expect(lines[0]?.at).toBeInstanceOf(Date)
})

test('responsibilities of different bodies stay apart and name the body', async () => {
  const { bodyId } = colleague.mandate
  await did(editor, 'responsibility.proposed', { after: { responsibilityId: 'a', bodyId, role: 'lead' } })
  await did(editor, 'responsibility.proposed', {
    after: { responsibilityId: 'b', bodyId: editor.mandate.bodyId, role: 'informed' },
  })
  const lines = await recentActivity(database.db, editor, { limit: 2 })
  expect(lines.map(line => [line.role, line.ofBodyCode])).toEqual([
    ['informed', editor.mandate.bodyCode],
    ['lead', colleague.mandate.bodyCode],
  ])
})

test('what concerns a person alone, and what another group does, is not in it', async () => {
  await did(editor, 'person.renamed', { subjectType: 'person', subjectId: editor.personId })
  const lines = await recentActivity(database.db, editor, { limit: 50 })
  expect(lines.map(line => line.verb)).not.toContain('person.renamed')
  const stranger = await createActor(database.db)
  expect(await recentActivity(database.db, stranger, { limit: 50 })).toEqual([])
})
