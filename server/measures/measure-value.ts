import type { lockMeasure } from './lock-measure'
import { horizonRange, type MeasureField } from './measure.shared'

export type LockedMeasure = Awaited<ReturnType<typeof lockMeasure>>

/** The value of a field as a change speaks of it. */
export function storedValue(measure: LockedMeasure, field: MeasureField) {
  switch (field) {
    case 'axis':
      return measure.axisId
    case 'priority':
      return measure.priorityId
    case 'priorities':
      return measure.priorityIds
    case 'basicFunctions':
      return measure.basicFunctionIds
    case 'targetGroups':
      return [...measure.targetGroups].sort()
    case 'horizon':
      return horizonRange(measure)
    case 'parent':
      return measure.parentId
    case 'askedBody':
      return measure.askedBodyId
    default:
      return measure[field]
  }
}

type Value = ReturnType<typeof storedValue>

/** Lists are the same when they hold the same: their order is fixed. */
export const isSame = (one: Value, other: Value) => JSON.stringify(one) === JSON.stringify(other)
