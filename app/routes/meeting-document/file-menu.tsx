import '#app/components/file-menu.css'
import { Download } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import { useClosing } from '#app/components/use-closing'
import type { MeetingDocumentKind } from '#server/exports/meeting-words.shared'

const formats = ['docx', 'pdf', 'html', 'md'] as const

/** The same document as a file. Plain links: they work without JavaScript. */
export function FileMenu({ meetingId, kind }: { meetingId: string; kind: MeetingDocumentKind }) {
  const { t } = useTranslation('documents')
  const menu = useRef<HTMLDetailsElement>(null)
  useClosing(menu)
  return (
    <details ref={menu} className="file-menu">
      <summary className="button">
        <Icon of={Download} />
        {t('menu.label')}
      </summary>
      <div className="menu">
        <ul>
          {formats.map(format => (
            <li key={format}>
              <a className="menu-item" href={`/meetings/${meetingId}/${kind}.${format}`} download>
                <span>
                  {t(`menu.${format}`)}
                  {format === 'pdf' && <span className="block text-ink-3">{t('menu.pdfHint')}</span>}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}
