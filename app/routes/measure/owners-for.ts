import type { Actor } from '#server/auth/actor.shared'
import { isCoordinator } from '#server/auth/role-access.shared'
import {
  mayAnswerResponsibility,
  mayChangePerson,
  mayEndResponsibility,
  mayTransfer,
  mayWithdraw,
} from '#server/measures/measure-access.shared'
import type { ResponsibilityOnMeasure } from '#server/measures/responsibility.shared'

/** A responsibility, with what this reader can do about it. */
export type Owner = ResponsibilityOnMeasure & {
  /** the body that takes this over once it accepts */
  goesToCode: string | null
  can: {
    accept: boolean
    handBack: boolean
    withdraw: boolean
    end: boolean
    endWithoutReason: boolean
    transfer: boolean
    changePerson: boolean
  }
}

export function ownersFor(actor: Actor, responsibilities: ResponsibilityOnMeasure[]): Owner[] {
  return responsibilities.map(responsibility => {
    const isProposed = responsibility.state === 'proposed'
    const isAccepted = responsibility.state === 'accepted'
    const mayAnswer = mayAnswerResponsibility(actor, responsibility) !== undefined
    const next = responsibilities.find(other => isTransferOf(other, responsibility))
    const can = {
      accept: isProposed && mayAnswer,
      handBack: (isProposed || isAccepted) && mayAnswer,
      withdraw: isProposed && mayWithdraw(actor, responsibility),
      end: isAccepted && mayEndResponsibility(actor, responsibility),
      endWithoutReason: isCoordinator(actor),
      transfer: isAccepted && !next && mayTransfer(actor, responsibility),
      changePerson: (isProposed || isAccepted) && mayChangePerson(actor, responsibility),
    }
    return { ...responsibility, goesToCode: next?.bodyCode ?? null, can }
  })
}

/** A question to take this over that is still open. */
const isTransferOf = (other: ResponsibilityOnMeasure, { role, bodyId, state }: ResponsibilityOnMeasure) =>
  other.state === 'proposed' && other.role === role && other.followsBodyId === bodyId && state === 'accepted'
