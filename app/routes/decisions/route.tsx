import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { LinkButton } from '#app/components/button'
import { EmptyState } from '#app/components/empty-state'
import { PageHeader } from '#app/components/page-header'
import { Pagination } from '#app/components/pagination'
import { readLocale } from '#app/i18n/locale.server'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { translator } from '#app/i18n/translator'
import { requireActor } from '#app/session.server'
import { isCoordinator } from '#server/auth/role-access.shared'
import { listSectors } from '#server/bodies/body-queries'
import { decisionFilters } from '#server/decisions/decision.shared'
import { listDecisions } from '#server/decisions/decision-queries'
import { RegisterFiles } from './register-files'
import { RegisterFilters } from './register-filters'
import { RegisterTable } from './register-table'

export const meta: MetaFunction = ({ matches }) => pageTitle(translator(metaLocale(matches), 'decisions')('title'))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const filters = decisionFilters.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [register, sectors] = await Promise.all([listDecisions(context.db, actor, filters), listSectors(context.db)])
  const locale = await readLocale({ request, context })
  const named = sectors.map(({ id, nameNl, nameEn }) => ({ id, name: locale === 'nl' ? nameNl : nameEn }))
  return { filters, register, sectors: named, canRecord: isCoordinator(actor) }
}

export default function Decisions() {
  const { t } = useTranslation('decisions')
  const { filters, register, sectors, canRecord } = useLoaderData<typeof loader>()
  // Texts that move make decisions differ from them.
  useLiveTopic(['decisions', 'measures'])
  const isEmpty = register.years.length === 0
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('register')} actions={!isEmpty && <RegisterFiles />} />
      {isEmpty ? (
        <EmptyState
          title={t('emptyTitle')}
          actions={canRecord && <LinkButton to="/meetings">{t('toMeetings')}</LinkButton>}
        >
          {t(canRecord ? 'emptyCoordinator' : 'emptyOther')}
        </EmptyState>
      ) : (
        <>
          <RegisterFilters filters={filters} register={register} sectors={sectors} />
          {register.decisions.length > 0 ? (
            <RegisterTable decisions={register.decisions} />
          ) : (
            <EmptyState
              title={t('nothingFound')}
              actions={<LinkButton to="/decisions">{t('filters.clear')}</LinkButton>}
            />
          )}
          <Pagination page={register.page} pages={register.pages} />
        </>
      )}
    </>
  )
}
