import type { Generated, JSONColumnType } from 'kysely'
import type { ConditionStep, SilenceMeaning, Stance } from './vocabulary'

/** Bodies are asked for a position on frozen texts, until a moment. Once closed it stands. */
export interface PositionRoundTable {
  id: Generated<string>
  groupId: string
  title: string
  question: Generated<string>
  closesAt: Date
  silenceMeans: SilenceMeaning
  openedBy: string
  openedAt: Generated<Date>
  /** null once closed: by itself, at the moment that was announced */
  closedBy: string | null
  closedAt: Date | null
  isDemo: Generated<boolean>
}

export interface PositionRoundMeasureTable {
  roundId: string
  measureId: string
  documentVersionId: string
}

export interface PositionRoundBodyTable {
  roundId: string
  bodyId: string
}

/** A body that said nothing until the round closed, and what that was announced to mean. */
export interface PositionSilenceTable {
  roundId: string
  measureId: string
  bodyId: string
  meaning: SilenceMeaning
}

/** What a body says about a measure in a round; the one that no other replaces counts. */
export interface PositionTable {
  id: Generated<string>
  roundId: string
  measureId: string
  bodyId: string
  stance: Stance
  reason: Generated<string>
  /** of `no-mandate-yet`: when they hope to have one */
  until: string | null
  /** the text that it is about */
  documentVersionId: string
  /** it says the same as the one before, about a newer text */
  reconfirms: Generated<boolean>
  replacesId: string | null
  mandateId: string
  takenAt: Generated<Date>
  isDemo: Generated<boolean>
}

/** What a body prepares; nobody else sees it. */
export interface PositionDraftTable {
  roundId: string
  measureId: string
  bodyId: string
  stance: Stance | null
  reason: Generated<string>
  until: string | null
  conditions: JSONColumnType<DraftCondition[]>
  revision: Generated<number>
  mandateId: string
  savedAt: Date
  isDemo: Generated<boolean>
}

/** `id` of a condition that stands already and is kept; without it a new one. */
export interface DraftCondition {
  id?: string
  text: string
}

/** A coordinator says that what changed between two versions does not touch positions. */
export interface PositionWaiverTable {
  id: Generated<string>
  measureId: string
  fromVersionId: string
  toVersionId: string
  reason: string
  mandateId: string
  waivedAt: Generated<Date>
  isDemo: Generated<boolean>
}

export interface ConditionTable {
  id: Generated<string>
  measureId: string
  bodyId: string
  /** that raised it first */
  positionId: string
  text: string
  raisedAt: Generated<Date>
  isDemo: Generated<boolean>
}

/** A position names the conditions on which it holds, in its order. */
export interface PositionConditionTable {
  positionId: string
  conditionId: string
  place: number
}

/** What became of a condition; without any step it is open. */
export interface ConditionStepTable {
  conditionId: string
  number: number
  step: ConditionStep
  reason: Generated<string>
  mandateId: string
  takenAt: Generated<Date>
  isDemo: Generated<boolean>
}

/** What meets a condition. */
export interface ConditionLinkTable {
  id: Generated<string>
  conditionId: string
  /** a passage of the version */
  quote: string | null
  documentVersionId: string | null
  /** a discussion, such as proposed wording */
  threadId: string | null
  decisionId: string | null
  /** what a decision changes */
  effectId: string | null
  /** what somebody undertook to do */
  actionItemId: string | null
  mandateId: string
  linkedAt: Generated<Date>
  isDemo: Generated<boolean>
}
