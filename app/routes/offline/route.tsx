import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useNavigate, useSearchParams } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getSocket } from '#app/collab/socket'
import { EmptyState } from '#app/components/empty-state'
import { PageHeader } from '#app/components/page-header'
import { Section } from '#app/components/section'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { translator } from '#app/i18n/translator'
import { type KeptPage, listKept } from '#app/offline/kept-pages'
import { offlinePage } from '#app/offline/page-address'
import { requireActor } from '#app/session.server'
import { KeptPages } from './kept-pages'

export const meta: MetaFunction = ({ matches }) => pageTitle(translator(metaLocale(matches), 'offline')('title'))

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireActor({ request, context })
  return null
}

/** What can be opened on this device; in place of a page that cannot (`?to=`), until there is a connection again. */
export default function Offline() {
  const { t } = useTranslation('offline')
  const [search] = useSearchParams()
  const [found, setFound] = useState<{ pages: KeptPage[]; to: string | null }>()
  useEffect(() => {
    // The page itself was kept before anybody went somewhere: only now it is known where.
    const to = pathHere(search.get('to'))
    void listKept().then(kept => setFound({ pages: kept.filter(page => page.address !== offlinePage), to }))
  }, [search])
  useGoingOn(found?.to)

  const isInstead = typeof found?.to === 'string'
  return (
    <div className="narrow">
      <PageHeader
        title={t(isInstead ? 'notHere' : 'title')}
        subtitle={t(isInstead ? 'notHereWhy' : 'intro')}
        actions={
          found?.to && (
            <a className="button" href={found.to}>
              {t('again')}
            </a>
          )
        }
      />
      {found && (
        <Section title={t('pages')} count={found.pages.length || undefined}>
          {found.pages.length > 0 ? <KeptPages pages={found.pages} /> : <EmptyState title={t('nothing')} />}
        </Section>
      )}
    </div>
  )
}

/** Opens what was asked for as soon as there is a connection. */
function useGoingOn(to: string | null | undefined) {
  const navigate = useNavigate()
  useEffect(() => {
    if (!to) return
    const socket = getSocket()
    const goOn = () => navigate(to, { replace: true })
    if (socket.connected) goOn()
    socket.on('connect', goOn)
    return () => void socket.off('connect', goOn)
  }, [to, navigate])
}

/** Only a page of this site. */
function pathHere(to: string | null): string | null {
  if (!to || !URL.canParse(to, location.origin)) return null
  const { origin, pathname, search } = new URL(to, location.origin)
  return origin === location.origin ? pathname + search : null
}
