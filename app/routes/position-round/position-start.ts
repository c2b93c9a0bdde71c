import type { ConditionRow } from '#server/positions/position.shared'
import { keptConditionRows } from './condition-rows'
import type { AnswerProps } from './your-part'

/** What a form begins with. */
export interface PositionStart {
  stance: string
  reason: string
  until: string
  about: string
  conditions: ConditionRow[]
}

/** As it was typed or sent before. */
export const valuesOf = (values: Record<string, string>): PositionStart => ({
  stance: values.stance ?? '',
  reason: values.reason ?? '',
  until: values.until ?? '',
  about: values.about ?? 'asked',
  conditions: keptConditionRows(values),
})

/** The draft of the body; else what it said last; else what it asked to be met in an earlier round. */
export function startOf({ round, measure, body, position, draft, isOpen }: AnswerProps): PositionStart {
  const own = round.conditions.filter(
    condition => condition.measureId === measure.id && condition.body.id === body.id && condition.state !== 'withdrawn',
  )
  const standing = own.map(({ id, text }) => ({ id, text }))
  const about = isOpen && !position.isStale ? 'asked' : 'now'
  if (draft) {
    const { stance, reason, until, conditions } = draft
    return { stance: stance ?? '', reason, until: until ?? '', about, conditions }
  }
  return {
    stance: position.positionId ? position.standing : '',
    reason: position.reason,
    until: position.until ?? '',
    about,
    conditions: standing,
  }
}
