import { useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/button'

/** The way to what is older, and back to the newest; nothing where one page holds it all. */
export function CursorLinks({ next, older }: { next: number | null; older: string }) {
  const { t } = useTranslation('history')
  const [search] = useSearchParams()
  const at = (cursor: number | null) => {
    const query = new URLSearchParams(search)
    if (cursor === null) query.delete('before')
    else query.set('before', String(cursor))
    return `?${query}`
  }
  if (next === null && !search.has('before')) return null
  return (
    <nav className="row mt-4" aria-label={t('pages')}>
      {search.has('before') && (
        <LinkButton small to={at(null)}>
          {t('newest')}
        </LinkButton>
      )}
      {next !== null && (
        <LinkButton small to={at(next)}>
          {older}
        </LinkButton>
      )}
    </nav>
  )
}
