import type { ActionItemTable, ActionStepTable } from './action-item'
import type { ActivityTable } from './activity'
import type { BaselineMeasureTable, BaselineMilestoneTable, BaselineTable } from './baseline'
import type { BodyTable } from './body'
import type { CalendarFeedTable } from './calendar-feed'
import type { ConsultationGroupTable } from './consultation-group'
import type { DecisionMeasureTable, DecisionRegisterTable, DecisionReservationTable, DecisionTable } from './decision'
import type { DependencyTable } from './dependency'
import type {
  DiscussionCommentEarlierTable,
  DiscussionCommentTable,
  DiscussionMentionTable,
  DiscussionStepTable,
  DiscussionThreadTable,
  WordingProposalTable,
} from './discussion'
import type {
  DocumentClientTable,
  DocumentContentTable,
  DocumentRestorationTable,
  DocumentSnapshotTable,
  DocumentTable,
  DocumentUpdateTable,
  DocumentVersionTable,
} from './document'
import type { DecisionErratumTable, EffectStepTable, EffectTable } from './effect'
import type { EvidenceFileTable, EvidenceTable } from './evidence'
import type { FollowUpReminderTable, MailAttemptTable, MailMessageTable } from './mail'
import type { MandateTable } from './mandate'
import type { BasicFunctionTable, MeasureBasicFunctionTable, MeasureOtherPriorityTable, MeasureTable } from './measure'
import type {
  AgendaItemLinkTable,
  AgendaItemMeasureTable,
  AgendaItemRoundTable,
  AgendaItemTable,
  AgendaTemplateItemTable,
  AgendaTemplateTable,
  AgendaVersionTable,
  AttendanceTable,
  FloorRequestTable,
  MeetingSeriesTable,
  MeetingTable,
} from './meeting'
import type { MilestoneStepTable, MilestoneTable } from './milestone'
import type { MinutesCommentAnswerTable, MinutesCommentTable, MinutesTable } from './minutes'
import type { PersonTable } from './person'
import type { AxisTable, PlanTable, PriorityTable } from './plan'
import type { PlanImportTable } from './plan-import'
import type {
  ConditionLinkTable,
  ConditionStepTable,
  ConditionTable,
  PositionConditionTable,
  PositionDraftTable,
  PositionRoundBodyTable,
  PositionRoundMeasureTable,
  PositionRoundTable,
  PositionSilenceTable,
  PositionTable,
  PositionWaiverTable,
} from './position'
import type { ProgressReportTable } from './progress'
import type { ResponsibilityAnswerTable, ResponsibilityPersonTable, ResponsibilityTable } from './responsibility'
import type { SavedViewTable } from './saved-view'
import type { SectorTable } from './sector'
import type { SessionTable, SetupLinkTable, SignInAttemptTable } from './session'
import type {
  UpdateReminderTable,
  UpdateRoundMeasureTable,
  UpdateRoundOwnerTable,
  UpdateRoundResultTable,
  UpdateRoundSlippageTable,
  UpdateRoundTable,
} from './update-round'

/** Every table, as Kysely sees it. */
export interface Database {
  actionItem: ActionItemTable
  actionStep: ActionStepTable
  activity: ActivityTable
  agendaItem: AgendaItemTable
  agendaItemLink: AgendaItemLinkTable
  agendaItemRound: AgendaItemRoundTable
  agendaItemMeasure: AgendaItemMeasureTable
  agendaTemplate: AgendaTemplateTable
  agendaTemplateItem: AgendaTemplateItemTable
  agendaVersion: AgendaVersionTable
  attendance: AttendanceTable
  axis: AxisTable
  baseline: BaselineTable
  baselineMeasure: BaselineMeasureTable
  baselineMilestone: BaselineMilestoneTable
  basicFunction: BasicFunctionTable
  body: BodyTable
  calendarFeed: CalendarFeedTable
  condition: ConditionTable
  conditionLink: ConditionLinkTable
  conditionStep: ConditionStepTable
  consultationGroup: ConsultationGroupTable
  decision: DecisionTable
  decisionErratum: DecisionErratumTable
  decisionMeasure: DecisionMeasureTable
  decisionRegister: DecisionRegisterTable
  decisionReservation: DecisionReservationTable
  dependency: DependencyTable
  discussionComment: DiscussionCommentTable
  discussionCommentEarlier: DiscussionCommentEarlierTable
  discussionMention: DiscussionMentionTable
  discussionStep: DiscussionStepTable
  discussionThread: DiscussionThreadTable
  document: DocumentTable
  documentClient: DocumentClientTable
  documentContent: DocumentContentTable
  documentRestoration: DocumentRestorationTable
  documentSnapshot: DocumentSnapshotTable
  documentUpdate: DocumentUpdateTable
  documentVersion: DocumentVersionTable
  effect: EffectTable
  effectStep: EffectStepTable
  evidence: EvidenceTable
  evidenceFile: EvidenceFileTable
  floorRequest: FloorRequestTable
  followUpReminder: FollowUpReminderTable
  mailAttempt: MailAttemptTable
  mailMessage: MailMessageTable
  mandate: MandateTable
  measure: MeasureTable
  measureBasicFunction: MeasureBasicFunctionTable
  measureOtherPriority: MeasureOtherPriorityTable
  meeting: MeetingTable
  meetingSeries: MeetingSeriesTable
  milestone: MilestoneTable
  milestoneStep: MilestoneStepTable
  minutes: MinutesTable
  minutesComment: MinutesCommentTable
  minutesCommentAnswer: MinutesCommentAnswerTable
  person: PersonTable
  plan: PlanTable
  planImport: PlanImportTable
  position: PositionTable
  positionCondition: PositionConditionTable
  positionDraft: PositionDraftTable
  positionRound: PositionRoundTable
  positionRoundBody: PositionRoundBodyTable
  positionRoundMeasure: PositionRoundMeasureTable
  positionSilence: PositionSilenceTable
  positionWaiver: PositionWaiverTable
  priority: PriorityTable
  progressReport: ProgressReportTable
  responsibility: ResponsibilityTable
  responsibilityAnswer: ResponsibilityAnswerTable
  responsibilityPerson: ResponsibilityPersonTable
  savedView: SavedViewTable
  sector: SectorTable
  session: SessionTable
  setupLink: SetupLinkTable
  signInAttempt: SignInAttemptTable
  updateReminder: UpdateReminderTable
  updateRound: UpdateRoundTable
  updateRoundMeasure: UpdateRoundMeasureTable
  updateRoundOwner: UpdateRoundOwnerTable
  updateRoundResult: UpdateRoundResultTable
  updateRoundSlippage: UpdateRoundSlippageTable
  wordingProposal: WordingProposalTable
}
