import { useTranslation } from 'react-i18next'
import { FileMenu as Files } from '#app/components/file-menu'
import type { MeetingDocumentKind } from '#server/exports/meeting-words.shared'

const formats = ['docx', 'pdf', 'html', 'md'] as const

/** The same document as a file. */
export function FileMenu({ meetingId, kind }: { meetingId: string; kind: MeetingDocumentKind }) {
  const { t } = useTranslation('documents')
  return (
    <Files
      label={t('menu.label')}
      files={formats.map(format => ({
        href: `/meetings/${meetingId}/${kind}.${format}`,
        label: t(`menu.${format}`),
        ...(format === 'pdf' && { hint: t('menu.pdfHint') }),
      }))}
    />
  )
}
