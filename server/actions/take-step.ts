import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { ActionLineInput, ActionStep, MoveActionInput } from './action.shared'
import { carryActionMandate, dropActionMandate } from './action-access.shared'
import { lockAction, topicsOfAction } from './lock-action'

type Action = Awaited<ReturnType<typeof lockAction>>

/**
 * Adds a line to an action, whatever its state.
 * @throws DomainError `not-found`; `forbidden`
 */
export const noteAction = (trx: Transaction<Database>, actor: Actor, input: ActionLineInput) =>
  takeStep(trx, actor, { ...input, step: 'note' })

/**
 * Says that an action was done, and how.
 * @throws DomainError `not-found`; `forbidden`; `conflict` `action-closed`
 */
export const finishAction = (trx: Transaction<Database>, actor: Actor, input: ActionLineInput) =>
  takeStep(trx, actor, { ...input, step: 'done' })

/**
 * Gives an action up, and says why.
 * @throws DomainError `not-found`; `forbidden`; `conflict` `action-closed`
 */
export const dropAction = (trx: Transaction<Database>, actor: Actor, input: ActionLineInput) =>
  takeStep(trx, actor, { ...input, step: 'dropped' })

/**
 * Takes up again what was done or dropped.
 * @throws DomainError `not-found`; `forbidden`; `conflict` `action-open`
 */
export const reopenAction = (trx: Transaction<Database>, actor: Actor, input: ActionLineInput) =>
  takeStep(trx, actor, { ...input, step: 'reopened' })

/**
 * Gives an action another day, or none, and says why; the day before it stays on record.
 * @throws DomainError `not-found`; `forbidden`; `conflict` `action-closed`; `invalid` `same-day` (`dueOn`)
 */
export const moveAction = (trx: Transaction<Database>, actor: Actor, { dueOn, ...input }: MoveActionInput) =>
  takeStep(trx, actor, { ...input, step: 'moved', dueOn: dueOn ?? null })

interface Step extends ActionLineInput {
  step: ActionStep
  /** of `moved` */
  dueOn?: string | null
}

async function takeStep(trx: Transaction<Database>, actor: Actor, { actionItemId, step, text, dueOn = null }: Step) {
  const action = await lockAction(trx, actor, actionItemId)
  const mandate = step === 'dropped' ? dropActionMandate(actor, action) : carryActionMandate(actor, action)
  if (!mandate) throw new DomainError('forbidden')
  check(action, step, dueOn)
  const days = step === 'moved' ? { dueBefore: action.dueOn, dueAfter: dueOn } : {}
  await trx
    .insertInto('actionStep')
    .values({ actionItemId, step, text, ...days, mandateId: mandate.id })
    .execute()
  await recordActivity(
    trx,
    { ...actor, mandate },
    {
      verb: `action.${step === 'note' ? 'noted' : step}`,
      subjectType: 'action-item',
      subjectId: action.id,
      topics: topicsOfAction(action),
      before: step === 'moved' ? { dueOn: action.dueOn } : { state: action.state },
      after: { text, ...(step === 'moved' && { dueOn }) },
    },
  )
}

function check({ state, dueOn: before }: Action, step: ActionStep, dueOn: string | null): void {
  if (step === 'note') return
  if (step === 'reopened' && state === 'open') throw new DomainError('conflict', 'action-open')
  if (step !== 'reopened' && state !== 'open') throw new DomainError('conflict', 'action-closed')
  if (step === 'moved' && before === dueOn) throw new DomainError('invalid', 'same-day', 'dueOn')
}
