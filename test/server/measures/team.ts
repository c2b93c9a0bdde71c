import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '#server/auth/actor.shared'
import { createMeasure } from '#server/measures/create-measure'
import type { CreateMeasureInput } from '#server/measures/measure.shared'
import { proposeResponsibility } from '#server/measures/propose-responsibility'
import type { ResponsibilityRole } from '#server/measures/responsibility.shared'
import { createActor, createBody, createGroup, createPlan } from '#test/support/fixtures'

/** A group at work on a plan: somebody in each role, two bodies that can be asked something, each with who speaks for it. */
export async function createTeam(db: Kysely<Database>) {
  const group = await createGroup(db)
  const plan = await createPlan(db, { groupId: group.id })
  const sport = await createBody(db)
  const youth = await createBody(db)
  const as = (role: Actor['mandate']['role'], bodyId?: string) =>
    createActor(db, { groupId: group.id, role, ...(bodyId && { bodyId }) })
  return {
    group,
    plan,
    sport,
    youth,
    coordinator: await as('coordinator'),
    editor: await as('editor', sport.id),
    forSport: await as('representative', sport.id),
    forYouth: await as('representative', youth.id),
    observer: await as('observer', sport.id),
    stranger: await createActor(db, { role: 'coordinator', bodyId: sport.id }),
  }
}

export type Team = Awaited<ReturnType<typeof createTeam>>

/** @returns the new measure's id */
export function addMeasure(
  db: Kysely<Database>,
  team: Team,
  values: Partial<CreateMeasureInput> = {},
): Promise<string> {
  const input: CreateMeasureInput = {
    title: 'A measure',
    priorityId: team.plan.priorityId,
    axisId: null,
    level: 'flemish',
    kind: 'measure',
    horizon: null,
    number: null,
    ...values,
  }
  return db.transaction().execute(trx => createMeasure(trx, team.editor, input))
}

/** @returns the new responsibility's id */
export function ask(
  db: Kysely<Database>,
  team: Team,
  measureId: string,
  bodyId: string,
  role: ResponsibilityRole = 'lead',
): Promise<string> {
  return db.transaction().execute(trx => proposeResponsibility(trx, team.editor, { measureId, bodyId, role }))
}

/** @returns the codes with which something was refused, such as 'conflict/lead-taken' */
export async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    const { code, reason, field } = error as { code?: string; reason?: string; field?: string }
    if (reason === undefined) throw error
    return [code, ...(reason === code ? [] : [reason]), ...(field ? [field] : [])].join('/')
  }
  return 'nothing was refused'
}
