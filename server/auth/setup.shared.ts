import { z } from 'zod'
import { emailAddress, newPassword, personName } from './credentials.shared'

export const bodyLevels = ['flemish', 'federal', 'provincial', 'local'] as const

/** What the first coordinator finds: whatever is missing, they make. */
export interface SetupState {
  /** null: there is no group yet */
  group: { id: string; name: string } | null
  bodies: { id: string; code: string; name: string }[]
  sectors: { id: string; nameNl: string; nameEn: string }[]
}

const text = z.string({ error: 'required' }).trim().min(1, 'required').max(200, 'too-long')
const code = text.max(12, 'too-long')
// To the types every such field is optional, since they cannot know the database.
const when = <T extends z.ZodType>(isAsked: boolean, type: T) => (isAsked ? type : type.optional()) as z.ZodOptional<T>

/** The form of the first coordinator, as it is in a certain state of the database. */
export function setupInput({ group, bodies }: Pick<SetupState, 'group' | 'bodies'>) {
  const makesBody = bodies.length === 0
  return z.object({
    name: personName,
    email: emailAddress,
    password: newPassword,
    groupName: when(!group, text),
    bodyId: when(!makesBody, z.guid({ error: 'choose-one' })),
    bodyName: when(makesBody, text),
    bodyCode: when(makesBody, code),
    bodyLevel: when(makesBody, z.enum(bodyLevels, { error: 'choose-one' })),
    sectorId: when(makesBody, text),
  })
}

export type SetupInput = z.infer<ReturnType<typeof setupInput>>
