import { Link, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { locales } from '#app/i18n/locale'
import { Brand } from './brand'

/** A page without the shell, for who is not signed in yet: brand, one thing to do, the language. */
export function VisitorPage({ title, intro, children }: { title: ReactNode; intro?: ReactNode; children: ReactNode }) {
  const { t, i18n } = useTranslation()
  const { pathname, search } = useLocation()
  const other = locales.find(locale => locale !== i18n.language) ?? 'en'
  const query = new URLSearchParams(search)
  query.set('lng', other)
  return (
    <div className="visitor">
      <header className="visitor-header">
        <Brand />
      </header>
      <main id="content" className="visitor-main">
        <h1>{title}</h1>
        {intro && <p className="intro">{intro}</p>}
        {children}
      </main>
      <footer className="site-footer">
        <Link to={`${pathname}?${query}`} lang={other} reloadDocument>
          {t(`languages.${other}`)}
        </Link>
      </footer>
    </div>
  )
}
