import type { Transaction } from 'kysely'
import type { Database } from '../schema/index'
import basicFunctions from './basic-functions.json'
import { lookUp } from './codes'
import { certaintyOf } from './source'

const namesEn: Record<string, string> = {
  vertalen: 'Translate',
  verbinden: 'Connect',
  versterken: 'Strengthen',
  verbreiden: 'Spread',
  verankeren: 'Anchor',
}

/** The five basic functions of the Dutch Wmo; also in a database that held a group before they were known. */
export async function seedBasicFunctions(trx: Transaction<Database>): Promise<void> {
  await trx
    .insertInto('basicFunction')
    .values(
      basicFunctions.functions.map(({ id, order, nameNl, officialLabel, definition, certainty }) => ({
        id,
        position: order,
        nameNl,
        nameEn: lookUp(namesEn, id),
        label: officialLabel,
        definition,
        source: basicFunctions.sourcesUsed.join('; '),
        certainty: certaintyOf(certainty),
      })),
    )
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
}
