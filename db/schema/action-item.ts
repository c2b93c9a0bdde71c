import type { Generated } from 'kysely'
import type { ActionOrigin, ActionState, ActionStep } from './vocabulary'

/** What somebody must do, and what that follows from. Only its state and its day change, by its steps. */
export interface ActionItemTable {
  id: Generated<string>
  groupId: string
  bodyId: string
  personId: string | null
  measureId: string | null
  title: string
  dueOn: string | null
  origin: ActionOrigin
  decisionId: string | null
  agendaItemId: string | null
  threadId: string | null
  reportId: string | null
  state: Generated<ActionState>
  /** null: the import */
  madeBy: string | null
  madeAt: Generated<Date>
  isDemo: Generated<boolean>
}

/** Notes of an action and what became of it. Never changed, only added to. */
export interface ActionStepTable {
  id: Generated<number>
  actionItemId: string
  step: ActionStep
  text: string
  dueBefore: string | null
  dueAfter: string | null
  mandateId: string | null
  at: Generated<Date>
}
