import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { ClipboardCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { answerForm } from '#app/answer-form.server'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { LinkButton } from '#app/components/button'
import { EmptyState } from '#app/components/empty-state'
import { PageHeader } from '#app/components/page-header'
import { Section } from '#app/components/section'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { translator } from '#app/i18n/translator'
import { requireActor } from '#app/session.server'
import { filterValues, readMeasureFilters } from '#server/measures/measure-filters.shared'
import { listBodiesOfPlan } from '#server/measures/measure-list'
import { readPlan } from '#server/plans/plan-queries'
import { openRound } from '#server/rounds/open-round'
import { openRoundInput } from '#server/rounds/round.shared'
import { mayRunRounds } from '#server/rounds/round-access.shared'
import { listRounds } from '#server/rounds/round-list'
import { OpenRoundForm } from './open-round-form'
import { RoundRows } from './round-rows'
import './rounds.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(translator(metaLocale(matches), 'rounds')('title'))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const params = new URL(request.url).searchParams
  const canOpen = mayRunRounds(actor)
  const isOpening = canOpen && params.has('new')
  const [rounds, plan, bodies] = await Promise.all([
    listRounds(context.db, actor),
    isOpening ? readPlan(context.db, actor) : null,
    isOpening ? listBodiesOfPlan(context.db, actor) : [],
  ])
  return { rounds, canOpen, opening: plan && { plan, bodies, filters: readMeasureFilters(params) } }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const asked = { request, context }
  const actor = await requireActor(asked)
  const form = await request.formData()
  const chosen = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '')
  const filter = new URLSearchParams(filterValues(readMeasureFilters(new URLSearchParams(chosen)))).toString()
  return answerForm(asked, {
    form,
    page: '/update-rounds',
    schema: openRoundInput,
    input: { ...Object.fromEntries(form), filter },
    write: async (trx, input) => `/update-rounds/${await openRound(trx, actor, input)}`,
  })
}

export default function UpdateRounds() {
  const { t } = useTranslation('rounds')
  const { rounds, canOpen, opening } = useLoaderData<typeof loader>()
  const isOpening = useSearchParams()[0].has('new')
  useLiveTopic(['update-rounds', 'measures'])
  const open = rounds.filter(round => !round.closedAt)
  const closed = rounds.filter(round => round.closedAt)
  const button = canOpen && !isOpening && (
    <LinkButton to="?new" variant="primary" icon={ClipboardCheck}>
      {t('open')}
    </LinkButton>
  )
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('plan'), to: '/measures' }]}
        title={t('title')}
        subtitle={t('intro')}
        actions={rounds.length > 0 && button}
      />
      {opening && <OpenRoundForm {...opening} />}
      {rounds.length === 0 ? (
        !opening && (
          <EmptyState title={t('emptyTitle')} actions={button}>
            {t(canOpen ? 'emptyCoordinator' : 'emptyOther')}
          </EmptyState>
        )
      ) : (
        <>
          <Section title={t('openRounds')}>
            {open.length > 0 ? <RoundRows rounds={open} /> : <p className="mt-3 text-ink-2">{t('noneOpen')}</p>}
          </Section>
          <Section title={t('closedRounds')}>
            {closed.length > 0 ? <RoundRows rounds={closed} /> : <p className="mt-3 text-ink-2">{t('noneClosed')}</p>}
          </Section>
        </>
      )}
    </>
  )
}
