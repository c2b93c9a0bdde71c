import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '../schema/index'
import { seedAgendaTemplate } from './seed-agenda-template'
import { seedBasicFunctions } from './seed-basic-functions'
import { seedBodies, seedGroup, seedSectors } from './seed-bodies'
import { type Freeze, seedDecisions } from './seed-decisions'
import { seedDependencies } from './seed-dependencies'
import { seedDiscussions } from './seed-discussions'
import { seedFollowUp } from './seed-follow-up'
import { seedLarge } from './seed-large'
import { seedMeasures } from './seed-measures'
import { seedMeetings } from './seed-meetings'
import { seedPeople } from './seed-people'
import { seedPlan } from './seed-plan'
import { seedPositions } from './seed-positions'
import { seedProgress } from './seed-progress'
import { seedResponsibilities } from './seed-responsibilities'
import { seedRound } from './seed-round'

export interface SeedOptions {
  /**
   * demo: the plan with demo meetings and demo accounts; large: the demo with a plan of 1,000 measures; plan: the plan
   * alone; none: only the sectors
   */
  content: 'demo' | 'large' | 'plan' | 'none'
  /** argon2id of the password of the demo accounts; without it nobody can sign in to them */
  demoPasswordHash?: string | undefined
  /** renders the texts that demo decisions were taken on; what renders texts is not the database's business */
  freeze: Freeze
}

/**
 * Fills a database that holds no group yet, whole or not at all; one that holds a group gets only the basic functions, where
 * it lacks them. Safe to call from several nodes at once.
 * @returns whether anything was added
 * @throws Error when the data holds a word for which there is no code
 */
export async function seedDatabase(db: Kysely<Database>, options: SeedOptions): Promise<{ seeded: boolean }> {
  return db.transaction().execute(async trx => {
    await sql`select pg_advisory_xact_lock(hashtext('samenspraak seed'))`.execute(trx)
    await seedBasicFunctions(trx)
    const group = await trx.selectFrom('consultationGroup').select('id').limit(1).executeTakeFirst()
    if (group) return { seeded: false }

    const addedSectors = await seedSectors(trx)
    if (options.content === 'none') return { seeded: addedSectors }
    await seedContent(trx, options)
    return { seeded: true }
  })
}

async function seedContent(trx: Transaction<Database>, { content, demoPasswordHash, freeze }: SeedOptions) {
  const bodyIds = await seedBodies(trx)
  const groupId = await seedGroup(trx, bodyIds)
  const plan = await seedPlan(trx, groupId)
  const measures = await seedMeasures(trx, groupId, plan)
  if (content === 'plan') return seedResponsibilities(trx, { measures, bodyIds })

  const { coordinatorMandateId, speakers } = await seedPeople(trx, { groupId, bodyIds, passwordHash: demoPasswordHash })
  await seedResponsibilities(trx, { measures, bodyIds, demo: { proposedBy: coordinatorMandateId } })
  const reports = await seedProgress(trx, { measures, bodyIds, speakers, coordinatorMandateId })
  await seedRound(trx, { planId: plan.id, measures, bodyIds, coordinatorMandateId, reports })
  const measureIds = Object.fromEntries(measures.map(measure => [measure.source.id, measure.id]))
  await seedDependencies(trx, { planId: plan.id, measureIds, madeBy: coordinatorMandateId })
  await seedDiscussions(trx, { groupId, measures })
  const meetings = await seedMeetings(trx, { groupId, bodyIds, measureIds })
  await seedAgendaTemplate(trx, groupId)
  const decisionIds = await seedDecisions(trx, { groupId, bodyIds, measures, meetings, freeze })
  await seedFollowUp(trx, { groupId, bodyIds, measureIds, meetings, decisionIds, coordinatorMandateId })
  await seedPositions(trx, { groupId, bodyIds, measures, speakers, coordinatorMandateId, freeze })
  if (content === 'large') await seedLarge(trx, { groupId, plan, measures })
}
