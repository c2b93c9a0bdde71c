import './styles/app.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  data,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import { type ReactNode, useContext, useEffect, useRef } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useChangeLanguage } from 'remix-i18next/react'
import type { Actor } from '#server/auth/actor.shared'
import { responsibilitiesToAnswer } from '#server/measures/responsibility-queries'
import { countPositionsOwed } from '#server/positions/position-queries'
import { countUpdatesAsked } from '#server/rounds/updates-asked'
import { closeSocket } from './collab/socket'
import { Brand } from './components/brand'
import { ErrorPage } from './components/error-page'
import { SiteHeader } from './components/site-header'
import { TabBar } from './components/site-nav'
import { ToastProvider } from './components/toast'
import type { Viewer } from './components/viewer'
import { toDay } from './i18n/format'
import { readLocale, rememberLocale } from './i18n/locale.server'
import { NonceContext } from './nonce-context'
import { OfflineNotice } from './offline/offline-notice'
import { useIsOffline } from './offline/use-connection'
import { useKeptPages } from './offline/use-kept-pages'

export const meta: MetaFunction = () => [{ title: 'Samenspraak' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await context.readActor()
  const [locale, headers, online, toAnswer, updates, positions] = await Promise.all([
    readLocale({ request, context }),
    rememberLocale(request),
    actor ? context.online(actor.groupId) : [],
    actor ? responsibilitiesToAnswer(context.db, actor) : [],
    actor ? countUpdatesAsked(context.db, actor) : 0,
    actor ? countPositionsOwed(context.db, actor) : 0,
  ])
  return data(
    {
      actor: actor && viewer(actor),
      locale,
      online,
      work: toAnswer.length + updates + positions,
      today: toDay(new Date()),
      at: new Date().toISOString(),
    },
    { headers },
  )
}

/** What the browser may know of who is signed in. */
function viewer({ sessionId, ...shown }: Actor): Viewer {
  return shown
}

export function Layout({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation()
  const nonce = useContext(NonceContext)
  const root = useRouteLoaderData<typeof loader>('root')
  return (
    <html lang={i18n.language} data-theme={root?.actor?.theme ?? undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <I18nProvider locale={i18n.language === 'en' ? 'en-GB' : 'nl-BE'}>
          <Shell>{children}</Shell>
        </I18nProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

/** The frame of who is signed in, around pages and errors alike; pages with `handle.bare` bring their own. */
function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const root = useRouteLoaderData<typeof loader>('root')
  const personId = root?.actor?.personId
  useOwnSocket(personId)
  const isOffline = useIsOffline(personId !== undefined)
  useKeptPages({ personId, at: root?.at, isOffline })
  useInteractiveMark()
  const hasFailed = useRouteError() != null
  const isBare = useMatches().some(match => (match.handle as { bare?: boolean } | undefined)?.bare)
  if (isBare && !hasFailed) return <ToastProvider>{children}</ToastProvider>
  return (
    <ToastProvider>
      <a className="skip-link" href="#content">
        {t('skipToContent')}
      </a>
      {root?.actor ? (
        <SiteHeader actor={root.actor} online={root.online} work={root.work} />
      ) : (
        <header className="visitor-header">
          <Brand />
        </header>
      )}
      {root?.actor && <OfflineNotice isOffline={isOffline} at={root.at} />}
      <main id="content" className="page" tabIndex={-1}>
        {children}
      </main>
      {root?.actor && <TabBar work={root.work} />}
    </ToastProvider>
  )
}

export default function App() {
  const { locale } = useLoaderData<typeof loader>()
  useChangeLanguage(locale)
  return <Outlet />
}

/** Says in the browser's timings when the page answers to keys and buttons, and no longer only shows what the server wrote. */
function useInteractiveMark() {
  useEffect(() => {
    performance.mark('interactive')
  }, [])
}

/** Whoever signs out leaves no connection behind for who signs in next. */
function useOwnSocket(personId: string | undefined) {
  const owner = useRef(personId)
  useEffect(() => {
    if (owner.current && owner.current !== personId) closeSocket()
    owner.current = personId
  }, [personId])
}

export function ErrorBoundary() {
  return <ErrorPage />
}
