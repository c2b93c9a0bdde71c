import './actions.css'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { actionRights } from '#app/action-rights'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { ActionRow } from '#app/components/action-row'
import { LinkButton } from '#app/components/button'
import { EmptyState } from '#app/components/empty-state'
import { PageHeader } from '#app/components/page-header'
import { Pagination } from '#app/components/pagination'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { translator } from '#app/i18n/translator'
import { requireActor } from '#app/session.server'
import { actionFilters } from '#server/actions/action.shared'
import { listActions, scopeOf } from '#server/actions/list-actions'
import { isEditor, isParticipant } from '#server/auth/role-access.shared'
import { listBodies, listMandatedPeople } from '#server/bodies/body-queries'
import { listMeasures } from '#server/measures/measure-list'
import { bodiesSpokenFor } from '#server/measures/responsibility-queries'
import { countReminders, lastReminders } from '#server/notifications/reminder-queries'
import { ActionFiles } from './action-files'
import { ActionFilterBar } from './action-filter-bar'
import { answerActions } from './actions.server'
import { AddAction } from './add-action'
import { RemindersNote } from './reminders-note'

export const meta: MetaFunction = ({ matches }) => pageTitle(translator(metaLocale(matches), 'actions')('title'))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const filters = actionFilters.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [list, bodies, people, measures, reminders] = await Promise.all([
    listActions(context.db, actor, filters),
    listBodies(context.db),
    listMandatedPeople(context.db, actor),
    listMeasures(context.db, actor),
    countReminders(context.db, actor),
  ])
  const last = await lastReminders(
    context.db,
    list.actions.map(({ id }) => id),
  )
  const own = bodiesSpokenFor(actor)
  return {
    filters: { ...filters, whose: scopeOf(actor, filters) },
    list,
    bodies,
    people,
    measures: measures.map(({ id, number, title }) => ({ id, number, title })),
    /** the bodies that the reader may give something to do */
    may: isEditor(actor) ? bodies : bodies.filter(({ id }) => own.includes(id)),
    isReader: !isParticipant(actor),
    can: actionRights(actor, list.actions),
    reminders: { count: reminders, last, hasMailServer: context.env.mail !== null },
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answerActions({ request, context }, await requireActor({ request, context }))
}

export default function Actions() {
  const { t } = useTranslation('actions')
  const { filters, list, bodies, can, may, people, measures, isReader, reminders } = useLoaderData<typeof loader>()
  useLiveTopic(['actions'])
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={list.total > 0 && <ActionFiles />} />
      {may.length > 0 && <AddAction bodies={may} people={people} measures={measures} />}
      <ActionFilterBar filters={filters} list={list} bodies={bodies} isReader={isReader} />
      {list.actions.length > 0 ? (
        <ul className="action-list" aria-label={t('title')}>
          {list.actions.map(action => (
            <ActionRow
              key={action.id}
              action={action}
              can={can[action.id] ?? { carry: false, drop: false }}
              reminder={reminders.last[action.id]}
            />
          ))}
        </ul>
      ) : (
        <EmptyState
          title={t(list.open.all === 0 ? 'emptyTitle' : 'nothingFound')}
          actions={<LinkButton to="/actions?whose=all&state=any">{t('clear')}</LinkButton>}
        >
          {list.open.all === 0 && t('emptyAll')}
        </EmptyState>
      )}
      {!isReader && <RemindersNote count={reminders.count} hasMailServer={reminders.hasMailServer} />}
      <Pagination page={list.page} pages={list.pages} />
    </>
  )
}
