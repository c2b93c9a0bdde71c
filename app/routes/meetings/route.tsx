import './meetings.css'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { CalendarPlus, Repeat } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { answerSubmission } from '#app/answer-submission.server'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { LinkButton } from '#app/components/button'
import { EmptyState } from '#app/components/empty-state'
import { PageHeader } from '#app/components/page-header'
import { Pagination } from '#app/components/pagination'
import { Section } from '#app/components/section'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { translator } from '#app/i18n/translator'
import { requireActor } from '#app/session.server'
import { listTemplates, removeTemplate } from '#server/meetings/agenda-templates'
import { planMeetingInput } from '#server/meetings/meeting.shared'
import { mayPlanMeeting } from '#server/meetings/meeting-access.shared'
import { listMeetings } from '#server/meetings/meeting-list'
import { createSeries, endSeries, listSeries, planNextOfSeries } from '#server/meetings/meeting-series'
import { planMeeting } from '#server/meetings/plan-meeting'
import { createSeriesInput } from '#server/meetings/series.shared'
import { MeetingRows } from './meeting-rows'
import { PlanMeetingForm } from './plan-meeting-form'
import { SeriesForm } from './series-form'
import { SeriesList } from './series-list'
import { TemplateList } from './template-list'

export const meta: MetaFunction = ({ matches }) => pageTitle(translator(metaLocale(matches), 'meetings')('title'))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const page = Number(new URL(request.url).searchParams.get('page'))
  const [list, series, templates] = await Promise.all([
    listMeetings(context.db, actor, { page: Number.isSafeInteger(page) && page > 0 ? page : 1 }),
    listSeries(context.db, actor),
    listTemplates(context.db, actor),
  ])
  return { list, series, templates, canPlan: mayPlanMeeting(actor) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context })
  const form = await request.formData()
  const oneSeries = z.object({ seriesId: z.guid() })
  switch (form.get('what')) {
    case 'begin-series':
      return answerSubmission(
        context,
        form,
        createSeriesInput,
        async (trx, input) => `/meetings/${await createSeries(trx, actor, input)}`,
      )
    case 'plan-next':
      return answerSubmission(
        context,
        form,
        oneSeries,
        async (trx, input) => `/meetings/${await planNextOfSeries(trx, actor, input)}`,
      )
    case 'end-series':
      return answerSubmission(context, form, oneSeries, async (trx, input) => {
        await endSeries(trx, actor, input)
        return '/meetings'
      })
    case 'remove-template':
      return answerSubmission(context, form, z.object({ templateId: z.guid() }), async (trx, input) => {
        await removeTemplate(trx, actor, input)
        return '/meetings'
      })
    default:
      return answerSubmission(
        context,
        form,
        planMeetingInput,
        async (trx, input) => `/meetings/${await planMeeting(trx, actor, input)}`,
      )
  }
}

export default function Meetings() {
  const { t } = useTranslation(['meetings', 'calendars'])
  const { list, series, templates, canPlan } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const isPlanning = search.has('plan') && canPlan
  const isRepeating = search.has('series') && canPlan
  useLiveTopic(['meetings', 'decisions'])
  const isEmpty = list.upcoming.length === 0 && list.past.length === 0 && list.page === 1
  const planButton = canPlan && !isPlanning && !isRepeating && (
    <>
      <LinkButton icon={Repeat} to="?series">
        {t('newSeries')}
      </LinkButton>
      <LinkButton variant="primary" icon={CalendarPlus} to="?plan">
        {t('plan')}
      </LinkButton>
    </>
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={<Link to="/calendars">{t('calendars:follow')}</Link>}
        actions={!isEmpty && planButton}
      />
      {isPlanning && <PlanMeetingForm templates={templates} />}
      {isRepeating && <SeriesForm templates={templates} />}
      {isEmpty ? (
        <EmptyState title={t('emptyTitle')} actions={planButton}>
          {t(canPlan ? 'emptyCoordinator' : 'emptyOther')}
        </EmptyState>
      ) : (
        <>
          <Section title={t('planned')}>
            {list.upcoming.length > 0 ? (
              <MeetingRows meetings={list.upcoming} />
            ) : (
              <p className="mt-3 text-ink-2">{t('nothingPlanned')}</p>
            )}
          </Section>
          <Section title={t('past')}>
            {list.past.length > 0 ? (
              <MeetingRows meetings={list.past} />
            ) : (
              <p className="mt-3 text-ink-2">{t('nothingPast')}</p>
            )}
            <Pagination page={list.page} pages={list.pages} />
          </Section>
          <SeriesList series={series} canPlan={canPlan} />
          {canPlan && <TemplateList templates={templates} />}
        </>
      )}
    </>
  )
}
