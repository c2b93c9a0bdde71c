import { useTranslation } from 'react-i18next'
import type { nl } from '#app/i18n/resources'
import type { ActivityLine } from '#server/activity/activity.shared'

type RoleName = keyof (typeof nl)['common']['responsibilityRoles']

/** What was done, up to the title of the record, which ends the sentence. */
export function useSentence({ verb, subject, times, role, ofBodyName }: ActivityLine): string {
  const { t } = useTranslation(['home', 'common'])
  const asked = { body: ofBodyName ?? '', role: role ? t(`common:responsibilityRoles.${role as RoleName}`) : '' }
  switch (verb) {
    case 'measure.created':
      return t('did.created')
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
    case 'responsibility.accepted':
      return t('did.accepted', asked)
    case 'responsibility.handed-back':
      return t('did.handedBack', asked)
    case 'responsibility.ended':
      return t('did.ended', asked)
    case 'meeting.planned':
      return t('did.planned')
    case 'meeting.started':
      return t('did.started')
    case 'meeting.concluded':
      return t('did.concluded')
    case 'agenda-item.added':
      return t('did.itemsAdded', { count: times })
    case 'decision.recorded':
      return t('did.decided')
    default:
      return subject.type === 'meeting' ? t('did.agendaChanged') : t('did.changed')
  }
}
