import './position-rounds.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Scale } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { LinkButton } from '#app/components/button'
import { EmptyState } from '#app/components/empty-state'
import { PageHeader } from '#app/components/page-header'
import { Section } from '#app/components/section'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { translator } from '#app/i18n/translator'
import { requireActor } from '#app/session.server'
import { mayRunPositionRounds } from '#server/positions/position-access.shared'
import { listPositionRounds } from '#server/positions/position-round-list'
import { RoundRows } from './round-rows'

export const meta: MetaFunction = ({ matches }) => pageTitle(translator(metaLocale(matches), 'positions')('title'))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const rounds = await listPositionRounds(context.db, actor)
  return { rounds, canOpen: mayRunPositionRounds(actor), now: new Date() }
}

export default function PositionRounds() {
  const { t } = useTranslation('positions')
  const { rounds, canOpen, now } = useLoaderData<typeof loader>()
  useLiveTopic(['position-rounds', 'measures'])
  const open = rounds.filter(round => !round.closedAt)
  const closed = rounds.filter(round => round.closedAt)
  const button = canOpen && (
    <LinkButton to="/position-rounds/new" variant="primary" icon={Scale}>
      {t('ask')}
    </LinkButton>
  )
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('intro')} actions={rounds.length > 0 && button} />
      {rounds.length === 0 ? (
        <EmptyState title={t('emptyTitle')} actions={button}>
          {t(canOpen ? 'emptyCoordinator' : 'emptyOther')}
        </EmptyState>
      ) : (
        <>
          <Section title={t('openRounds')}>
            {open.length > 0 ? (
              <RoundRows rounds={open} now={now} />
            ) : (
              <p className="mt-3 text-ink-2">{t('noneOpen')}</p>
            )}
          </Section>
          <Section title={t('closedRounds')}>
            {closed.length > 0 ? (
              <RoundRows rounds={closed} now={now} />
            ) : (
              <p className="mt-3 text-ink-2">{t('noneClosed')}</p>
            )}
          </Section>
        </>
      )}
    </>
  )
}
