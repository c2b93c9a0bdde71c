import type { FileMeasures } from './file-measures'
import type { UnknownName } from './import.shared'
import type { ImportVocabulary } from './import-vocabulary.shared'
import type { PlanState } from './plan-state'

/** What the rows of the sheets beside that of the measures are held against. */
export interface Judging {
  measures: FileMeasures
  state: PlanState
  vocabulary: ImportVocabulary
  /** by body and name; null: several are called so */
  people: PlanState['people']
  /** notes that the plan does not know a name. @returns what is to become of it */
  note(field: UnknownName['field'], name: string, usual: string): string
}
