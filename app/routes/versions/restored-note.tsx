import { useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Note } from '#app/components/note'

/** Says, after a version was brought back, what stands now and where the text of before is. */
export function RestoredNote() {
  const { t } = useTranslation('versions')
  const [search] = useSearchParams()
  const restored = Number(search.get('restored'))
  const before = Number(search.get('from'))
  if (!restored || !before) return null
  return (
    <Note tone="ok" role="status" className="mb-5">
      {t('restore.done', {
        version: t('versionLower', { number: restored }),
        before: t('versionLower', { number: before }),
      })}
    </Note>
  )
}
