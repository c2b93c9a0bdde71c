import { useSearchParams } from '@remix-run/react'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from './button'

/**
 * Newer and older pages of a list, at the address of this page with `?page=`; nothing where one page holds it all.
 * `words`: what these are called where the order is not that of time
 */
export function Pagination({
  page,
  pages,
  words,
}: {
  page: number
  pages: number
  words?: { previous: string; next: string }
}) {
  const { t } = useTranslation('decisions')
  const [searchParams] = useSearchParams()
  if (pages <= 1) return null
  const at = (number: number) => {
    const query = new URLSearchParams(searchParams)
    query.set('page', String(number))
    return `?${query}`
  }
  return (
    <nav className="mt-4 flex items-center gap-3 text-sm text-ink-2" aria-label={t('pages')}>
      {page > 1 && (
        <LinkButton small icon={ChevronLeft} to={at(page - 1)}>
          {words?.previous ?? t('newer')}
        </LinkButton>
      )}
      <span>{t('pageOf', { page, pages })}</span>
      {page < pages && (
        <LinkButton small icon={ChevronRight} to={at(page + 1)}>
          {words?.next ?? t('older')}
        </LinkButton>
      )}
    </nav>
  )
}
