import '#app/components/file-menu.css'
import { Download } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import { useClosing } from '#app/components/use-closing'

/** The round as a file. Plain links: they work without JavaScript. */
export function RoundFiles({ roundId }: { roundId: string }) {
  const { t } = useTranslation('positions')
  const menu = useRef<HTMLDetailsElement>(null)
  useClosing(menu)
  const files = [
    { ending: 'docx', label: t('round.exportDocx') },
    { ending: 'pdf', label: t('round.exportPdf') },
    { ending: 'csv', label: t('round.exportCsv') },
  ]
  return (
    <details ref={menu} className="file-menu">
      <summary className="button">
        <Icon of={Download} />
        {t('round.export')}
      </summary>
      <div className="menu">
        <ul>
          {files.map(({ ending, label }) => (
            <li key={ending}>
              <a className="menu-item" href={`/position-rounds/${roundId}/positions.${ending}`} download>
                <span>{label}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}
