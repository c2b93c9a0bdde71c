import { Download } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import '#app/components/file-menu.css'
import { useClosing } from '#app/components/use-closing'

/** The report as a file. Plain links: they work without JavaScript. */
export function ReportFiles({ roundId }: { roundId: string }) {
  const { t } = useTranslation(['rounds', 'exchange'])
  const menu = useRef<HTMLDetailsElement>(null)
  useClosing(menu)
  const files = [
    { ending: 'docx', label: t('exchange:menu.docx') },
    { ending: 'pdf', label: t('exchange:menu.pdf'), hint: t('exchange:menu.pdfHint') },
    { ending: 'xlsx', label: t('exchange:menu.xlsx'), hint: t('report.xlsxHint') },
    { ending: 'csv', label: t('exchange:menu.csvMeasures') },
  ]
  return (
    <details ref={menu} className="file-menu">
      <summary className="button">
        <Icon of={Download} />
        {t('exchange:menu.label')}
      </summary>
      <div className="menu">
        <ul>
          {files.map(({ ending, label, hint }) => (
            <li key={ending}>
              <a className="menu-item" href={`/update-rounds/${roundId}/report.${ending}`} download>
                <span>
                  {label}
                  {hint && <span className="block text-ink-3">{hint}</span>}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}
