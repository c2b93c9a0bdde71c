import type { TextAuthor } from '../documents/version.shared'

/** Of a mandate, with its person, body and sector: who that is. */
export const authorColumns = [
  'person.id as personId',
  'person.name as personName',
  'mandate.role',
  'body.code as bodyCode',
  'body.name as bodyName',
  'sector.colour',
] as const

/** @returns only who it is, of a row that has more */
export const authorOf = ({ personId, personName, bodyCode, bodyName, colour, role }: TextAuthor): TextAuthor => ({
  personId,
  personName,
  bodyCode,
  bodyName,
  colour,
  role,
})
