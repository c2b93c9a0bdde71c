import { useTranslation } from 'react-i18next'
import { MeasureText } from '#app/editor/measure-text'
import type { DocumentAccess } from '#server/collab/protocol.shared'
import type { AgendaItem } from '#server/meetings/meeting-detail.shared'

/** What was said about an item, written by several people at once until the minutes stand. */
export function ItemMinutes({ item, access }: { item: AgendaItem; access: DocumentAccess }) {
  const { t } = useTranslation('meetings')
  if (!item.minutes) return null
  const { documentId, html, isClosed } = item.minutes
  const mine = isClosed && access === 'write' ? 'comment' : access
  return (
    <div className="part item-minutes">
      <h3>{t('minutes')}</h3>
      <MeasureText
        key={documentId}
        documentId={documentId}
        html={html}
        access={mine}
        label={t('minutesOf', { title: item.title })}
      />
    </div>
  )
}
