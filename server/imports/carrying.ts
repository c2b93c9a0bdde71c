import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import type { MeasureRef } from './judged-row'

/** What is needed to write what a sheet brings in, once the measures of the file are made. */
export interface Carrying {
  trx: Transaction<Database>
  actor: Actor
  planId: string
  fileName: string
  /** the id of a measure that the file speaks of */
  idOf: (measure: MeasureRef) => string
  /** what a row says of where it comes from */
  sourceOf: (row: number) => string
}
