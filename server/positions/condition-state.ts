import type { ExpressionBuilder } from 'kysely'
import type { Database } from '#db/schema/index'
import type { ConditionState, ConditionStepName } from './condition.shared'

/** For a query over conditions: their last step, as `last`. */
export const lastStep = (eb: ExpressionBuilder<Database, 'condition'>) =>
  eb
    .selectFrom('conditionStep')
    .select(['conditionStep.step', 'conditionStep.number'])
    .whereRef('conditionStep.conditionId', '=', 'condition.id')
    .orderBy('conditionStep.number', 'desc')
    .limit(1)
    .as('last')

/** @returns what a condition is after its last step */
export const stateAfter = (step: ConditionStepName | null | undefined): ConditionState =>
  !step || step === 'reopened' ? 'open' : step
