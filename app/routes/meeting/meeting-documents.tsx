import { Link } from '@remix-run/react'
import { FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import { meetingDocuments } from '#server/exports/meeting-words.shared'

/** What the meeting leaves on paper: to read, to print, to save as a file. */
export function MeetingDocuments({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation('documents')
  return (
    <section>
      <h2>{t('all')}</h2>
      <ul className="documents">
        {meetingDocuments.map(kind => (
          <li key={kind}>
            <Icon of={FileText} size="small" />
            <Link to={`/meetings/${meetingId}/${kind}`}>{t(`titles.${kind}`)}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
