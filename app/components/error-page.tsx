import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { NoMandate } from './no-mandate'

/** What happened, what was kept, what to do. Plain links: they load the page anew, which is what helps here. */
export function ErrorPage() {
  const { t } = useTranslation('errors')
  const kind = useKind()
  const { pathname, search } = useLocation()
  if (kind === 'noMandate') return <NoMandate />
  const canRetry = kind === 'server' || kind === 'offline'
  return (
    <div className="empty-state">
      <h1>{t(`page.${kind}Title`)}</h1>
      <p>{t(`page.${kind}`)}</p>
      {canRetry && <p>{t('page.kept')}</p>}
      <div className="actions">
        {canRetry && (
          <a className="button primary" href={pathname + search}>
            {t('page.reload')}
          </a>
        )}
        <a className={canRetry ? 'button' : 'button primary'} href="/">
          {t('page.home')}
        </a>
      </div>
    </div>
  )
}

function useKind() {
  const error = useRouteError()
  const status = isRouteErrorResponse(error) ? error.status : 500
  if (isRouteErrorResponse(error) && error.data === 'no-mandate') return 'noMandate'
  if (status === 404) return 'notFound'
  if (status === 401 || status === 403) return 'forbidden'
  // What browsers throw when a request got no answer.
  return !isRouteErrorResponse(error) && error instanceof TypeError && /fetch|load/i.test(error.message)
    ? 'offline'
    : 'server'
}
