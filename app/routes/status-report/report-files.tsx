import { useTranslation } from 'react-i18next'
import { FileMenu } from '#app/components/file-menu'

/** The report as a file. */
export function ReportFiles({ roundId }: { roundId: string }) {
  const { t } = useTranslation(['rounds', 'exchange'])
  const to = (ending: string) => `/update-rounds/${roundId}/report.${ending}`
  return (
    <FileMenu
      label={t('exchange:menu.label')}
      files={[
        { href: to('docx'), label: t('exchange:menu.docx') },
        { href: to('pdf'), label: t('exchange:menu.pdf'), hint: t('exchange:menu.pdfHint') },
        { href: to('xlsx'), label: t('exchange:menu.xlsx'), hint: t('report.xlsxHint') },
        { href: to('csv'), label: t('exchange:menu.csvMeasures') },
      ]}
    />
  )
}
