import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/button'
import { Note } from '#app/components/note'

interface Outcome {
  added: number
  changed: number
  unchanged: number
  skipped: number
}

/** What became of a file. */
export function Done({ fileName, outcome }: { fileName: string; outcome: Outcome }) {
  const { t } = useTranslation('exchange')
  return (
    <>
      <Note tone="ok" role="status">
        {t('import.done', { file: fileName, ...outcome })}
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
