import { useSearchParams } from '@remix-run/react'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/button'
import { useFormat } from '#app/i18n/use-format'
import { ROWS_ON_PAGE } from '#server/measures/table-view.shared'

/** Further pages of the table; nothing where one holds it all. */
export function TablePages({ page, pages, found }: { page: number; pages: number; found: number }) {
  const { t } = useTranslation('measures')
  const format = useFormat()
  const [searchParams] = useSearchParams()
  if (pages <= 1) return null
  const at = (number: number) => {
    const query = new URLSearchParams(searchParams)
    query.set('page', String(number))
    return `?${query}`
  }
  const from = (page - 1) * ROWS_ON_PAGE + 1
  const to = Math.min(found, page * ROWS_ON_PAGE)
  return (
    <nav className="table-pages" aria-label={t('table.pages')}>
      {page > 1 && (
        <LinkButton small icon={ChevronLeft} to={at(page - 1)} prefetch="intent">
          {t('table.previous')}
        </LinkButton>
      )}
      <span>{t('table.rows', { from: format.number(from), to: format.number(to), found: format.number(found) })}</span>
      {page < pages && (
        <LinkButton small icon={ChevronRight} to={at(page + 1)} prefetch="intent">
          {t('table.next')}
        </LinkButton>
      )}
    </nav>
  )
}
