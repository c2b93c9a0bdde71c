import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/button'
import { Note } from '#app/components/note'
import { importTables } from '#server/imports/sheets.shared'

interface Counts {
  added: number
  changed: number
  unchanged: number
  skipped: number
}
type Outcome = Counts & { tables?: Partial<Record<string, Counts>> }

/** What became of a file. */
export function Done({ fileName, outcome }: { fileName: string; outcome: Outcome }) {
  const { t } = useTranslation('exchange')
  const { tables, ...counts } = outcome
  return (
    <>
      <Note tone="ok" role="status">
        <p>{t('import.done', { file: fileName, ...counts })}</p>
        {importTables.map(kind => {
          const counts = tables?.[kind]
          return counts && <p key={kind}>{t('import.doneTable', { sheet: t(`sheets.${kind}`), ...counts })}</p>
        })}
      </Note>
      <div className="mt-4 flex gap-3">
        <LinkButton to="/measures" variant="primary">
          {t('import.toPlan')}
        </LinkButton>
        <LinkButton to="/measures/import">{t('import.another')}</LinkButton>
      </div>
    </>
  )
}
