import { useLocation } from '@remix-run/react'
import { Download } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import { useClosing } from '#app/components/use-closing'

/** Where what the filters show can be fetched as a file. Plain links: they work without JavaScript and leave the page. */
export function ExportMenu() {
  const { t } = useTranslation('exchange')
  const { search } = useLocation()
  const menu = useRef<HTMLDetailsElement>(null)
  useClosing(menu)
  const to = (format: string, table?: string) => {
    const params = new URLSearchParams(search)
    params.delete('page')
    if (table) params.set('table', table)
    return `/measures/export.${format}${params.size > 0 ? `?${params}` : ''}`
  }
  const files = [
    { href: to('xlsx'), label: t('menu.xlsx'), hint: t('menu.xlsxHint') },
    { href: to('csv'), label: t('menu.csvMeasures') },
    { href: to('csv', 'structure'), label: t('menu.csvStructure') },
    { href: to('csv', 'responsibilities'), label: t('menu.csvResponsibilities') },
    { href: to('csv', 'map'), label: t('menu.csvMap') },
    { href: to('csv', 'matrix'), label: t('menu.csvMatrix') },
    { href: to('csv', 'milestones'), label: t('menu.csvMilestones') },
    { href: to('csv', 'reports'), label: t('menu.csvReports') },
    { href: to('csv', 'slippage'), label: t('menu.csvSlippage') },
    { href: to('csv', 'dependencies'), label: t('menu.csvDependencies') },
    { href: to('docx'), label: t('menu.docx'), hint: t('menu.documentHint') },
    { href: to('pdf'), label: t('menu.pdf'), hint: t('menu.pdfHint') },
  ]
  return (
    <details ref={menu} className="filter-menu export-menu">
      <summary className="button">
        <Icon of={Download} />
        {t('menu.label')}
      </summary>
      <div className="menu">
        <p className="text-ink-3">{t('menu.hint')}</p>
        <ul>
          {files.map(({ href, label, hint }) => (
            <li key={href}>
              <a className="menu-item" href={href} download>
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
