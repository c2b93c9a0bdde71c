import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AuthorLegend } from '#app/components/author-legend'
import type { useAuthors } from './use-authors'

const views = ['sector', 'person'] as const

/** What the colours in the text mean, by sector or by person, and the way to the same as a page to read. */
export function AuthorsPanel({ authors, page }: { authors: ReturnType<typeof useAuthors>; page?: string }) {
  const { t } = useTranslation('versions')
  const { isOn, by, setBy, shares } = authors
  if (!isOn) return null
  return (
    <section className="authors-panel" aria-label={t('authors.title')}>
      <div className="authors-choice">
        <fieldset>
          <legend className="sr-only">{t('authors.viewLabel')}</legend>
          <div className="switch">
            {views.map(view => (
              <button key={view} type="button" aria-pressed={by === view} onClick={() => setBy(view)}>
                {t(`authors.views.${view}`)}
              </button>
            ))}
          </div>
        </fieldset>
        {page && <Link to={page}>{t('authors.asPage')}</Link>}
      </div>
      {shares?.authors ? (
        <>
          {shares.written.size === 0 && <p className="text-ink-2">{t('authors.nobody')}</p>}
          <AuthorLegend {...shares} authors={shares.authors} by={by} />
        </>
      ) : (
        <p className="text-ink-2" role="status">
          {t('authors.loading')}
        </p>
      )}
    </section>
  )
}
