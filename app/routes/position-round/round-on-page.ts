import type { Condition } from '#server/positions/condition.shared'
import type { ConditionRights } from '#server/positions/position-access.shared'
import type { PositionRound } from '#server/positions/position-round.shared'

/** A round as its page has it: with what the reader can do about each condition. */
export interface RoundOnPage extends Omit<PositionRound, 'conditions'> {
  conditions: (Condition & { can: ConditionRights })[]
}
