import { useTranslation } from 'react-i18next'
import type { MeasureStatusName } from '#app/components/measure-status'
import type { nl } from '#app/i18n/resources'
import type { ActivityLine } from '#server/activity/activity.shared'

type RoleName = keyof (typeof nl)['common']['responsibilityRoles']

/** What was done, up to the title of the record, which ends the sentence. */
export function useSentence(line: ActivityLine): string {
  const { verb, subject, times, role, ofBodyName, percentage, onBehalf } = line
  const { t } = useTranslation(['home', 'common'])
  const asked = { body: ofBodyName ?? '', role: role ? t(`common:responsibilityRoles.${role as RoleName}`) : '' }
  const milestone = line.milestone ?? ''
  const cause = line.causeTitle ?? ''
  switch (verb) {
    case 'measure.created':
      return t('did.created')
    case 'measure.imported':
      return t('did.imported')
    case 'measure.renamed':
      return t('did.renamed')
    case 'measure.changed':
      return t('did.changed')
    case 'measure.reviewed':
      return t('did.reviewed')
    case 'evidence.added':
      return t('did.evidenceAdded')
    case 'evidence.removed':
      return t('did.evidenceRemoved')
    case 'text.edited':
      return subject.type === 'agenda-item' ? t('did.minutesEdited') : t('did.textEdited')
    case 'text.version-named':
      return t('did.versionNamed')
    case 'text.restored':
      return t('did.restored')
    case 'responsibility.proposed':
      return t('did.proposed', asked)
    case 'responsibility.imported':
      return t('did.ownerImported', asked)
    case 'responsibility.accepted':
      return t('did.accepted', asked)
    case 'responsibility.handed-back':
      return t('did.handedBack', asked)
    case 'responsibility.ended':
      return t('did.ended', asked)
    case 'responsibility.transfer-proposed':
      return t('did.transferProposed', asked)
    case 'responsibility.transferred':
      return t('did.transferred', asked)
    case 'responsibility.person-changed':
      return t('did.personChanged', asked)
    case 'progress.reported':
      return t(onBehalf && ofBodyName ? 'did.reportedFor' : 'did.reported', { percentage, ...asked })
    case 'progress.corrected':
      return t('did.corrected', { percentage })
    case 'update-round.opened':
      return t('did.roundOpened')
    case 'update-round.reminded':
      return t('did.roundReminded')
    case 'update-round.closed':
      return t('did.roundClosed')
    case 'position-round.opened':
      return t('did.positionsAsked', asked)
    case 'position-round.closed':
      return t('did.positionsClosed', asked)
    case 'position.taken':
      return t('did.positionTaken', asked)
    case 'position.replaced':
      return t('did.positionReplaced', asked)
    case 'position.reconfirmed':
      return t('did.positionReconfirmed', asked)
    case 'position.waived':
      return t('did.positionWaived', asked)
    case 'condition.met':
      return t('did.conditionMet', asked)
    case 'condition.overruled':
      return t('did.conditionOverruled', asked)
    case 'condition.reopened':
      return t('did.conditionReopened', asked)
    case 'condition.linked':
      return t('did.conditionLinked', asked)
    case 'meeting.planned':
      return t('did.planned')
    case 'meeting.started':
      return t('did.started')
    case 'meeting.concluded':
      return t('did.concluded')
    case 'meeting.invited':
      return t('did.invited')
    case 'minutes.sent':
      return t('did.minutesSent')
    case 'minutes.taken-back':
      return t('did.minutesTakenBack')
    case 'minutes.comment-answered':
      return t('did.minutesAnswered')
    case 'minutes.commented':
      return t('did.minutesCommented')
    case 'minutes.tabled':
      return t('did.minutesTabled')
    case 'minutes.approved':
      return t('did.minutesApproved')
    case 'minutes.frozen':
      return t('did.minutesFrozen')
    case 'agenda-item.added':
      return t('did.itemsAdded', { count: times })
    case 'milestone.imported':
      return t('did.milestoneImported', { milestone })
    case 'milestone.planned':
      return t('did.milestonePlanned', { milestone })
    case 'milestone.recorded':
      return t('did.milestoneRecorded', { milestone })
    case 'milestone.moved':
      return t('did.milestoneMoved', { milestone })
    case 'milestone.reached':
      return t('did.milestoneReached', { milestone })
    case 'milestone.changed':
      return t('did.milestoneChanged', { milestone })
    case 'milestone.dropped':
      return t('did.milestoneDropped', { milestone })
    case 'milestone.resumed':
      return t('did.milestoneResumed', { milestone })
    case 'dependency.added':
      return t('did.linked')
    case 'dependency.removed':
      return t('did.unlinked')
    case 'dependency.status': {
      if (line.status === 'stopped') return t('did.causeStopped', { cause })
      const status = t(`common:measureStatuses.${line.status as MeasureStatusName}`)
      return t('did.causeStatus', { cause, status })
    }
    case 'dependency.moved':
      return t('did.causeMoved', { cause })
    case 'dependency.dates':
      return t('did.causeDates', { cause })
    case 'dependency.milestone-dropped':
      return t('did.causeDropped', { cause })
    case 'baseline.frozen':
      return t('did.baselineFrozen')
    case 'thread.opened':
      return t('did.threadOpened')
    case 'thread.resolved':
      return t('did.threadResolved')
    case 'thread.reopened':
      return t('did.threadReopened')
    case 'comment.added':
      return t('did.commented')
    case 'comment.edited':
      return t('did.commentEdited')
    case 'comment.removed':
      return t('did.commentRemoved')
    case 'proposal.made':
      return t('did.proposalMade')
    case 'proposal.accepted':
      return t('did.proposalAccepted')
    case 'proposal.declined':
      return t('did.proposalDeclined')
    case 'proposal.withdrawn':
      return t('did.proposalWithdrawn')
    case 'text.decided':
      return t('did.textDecided')
    case 'effect.asked':
      return t('did.effectAsked')
    case 'effect.applied':
      return t('did.effectApplied')
    case 'effect.refused':
      return t('did.effectRefused')
    case 'effect.dropped':
      return t('did.effectDropped')
    case 'decision.corrected':
      return t('did.decisionCorrected')
    case 'decision.recorded':
      return t('did.decided')
    default:
      return subject.type === 'meeting' ? t('did.agendaChanged') : t('did.changed')
  }
}
