import { useTranslation } from 'react-i18next'
import { FileMenu } from '#app/components/file-menu'

/** The round as a file. */
export function RoundFiles({ roundId }: { roundId: string }) {
  const { t } = useTranslation('positions')
  const to = (ending: string) => `/position-rounds/${roundId}/positions.${ending}`
  return (
    <FileMenu
      label={t('round.export')}
      files={[
        { href: to('docx'), label: t('round.exportDocx') },
        { href: to('pdf'), label: t('round.exportPdf') },
        { href: to('csv'), label: t('round.exportCsv') },
      ]}
    />
  )
}
