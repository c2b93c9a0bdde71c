import { z } from 'zod'

/** Somebody who wrote or froze a text, and for whom. */
export interface TextAuthor {
  personId: string
  personName: string
  bodyCode: string
  bodyName: string
  /** the sector's colour, 1 to 12 */
  colour: number
  role: 'coordinator' | 'editor' | 'representative' | 'observer'
}

/** A frozen version as a list shows it. */
export interface VersionLine {
  number: number
  /** what somebody called it */
  name: string | null
  reason: 'manual' | 'round-opened' | 'decision' | 'restore' | 'baseline' | 'position'
  createdAt: Date
  /** the position of the log at which it was frozen */
  seq: number
  /** versions with the same hash say the same */
  hash: string
  /** null: the import */
  author: TextAuthor | null
  /** what was decided on it */
  decisions: { id: string; year: number; number: number }[]
}

const documentId = z.guid({ error: 'choose-one' })

export const nameVersionInput = z.object({
  documentId,
  name: z.string({ error: 'required' }).trim().min(1, 'required').max(120, 'too-long'),
})
export type NameVersionInput = z.infer<typeof nameVersionInput>

export const restoreVersionInput = z.object({
  documentId,
  number: z.coerce.number({ error: 'choose-one' }).int('choose-one').min(1, 'choose-one').max(1_000_000, 'choose-one'),
})
export type RestoreVersionInput = z.infer<typeof restoreVersionInput>
