import './meetings.css'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { CalendarPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
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
import { planMeetingInput } from '#server/meetings/meeting.shared'
import { mayPlanMeeting } from '#server/meetings/meeting-access.shared'
import { listMeetings } from '#server/meetings/meeting-list'
import { planMeeting } from '#server/meetings/plan-meeting'
import { MeetingRows } from './meeting-rows'
import { PlanMeetingForm } from './plan-meeting-form'

export const meta: MetaFunction = ({ matches }) => pageTitle(translator(metaLocale(matches), 'meetings')('title'))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const page = Number(new URL(request.url).searchParams.get('page'))
  const list = await listMeetings(context.db, actor, { page: Number.isSafeInteger(page) && page > 0 ? page : 1 })
  return { list, canPlan: mayPlanMeeting(actor) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context })
  return answerSubmission(context, await request.formData(), planMeetingInput, async (trx, input) => {
    const id = await planMeeting(trx, actor, input)
    return `/meetings/${id}`
  })
}

export default function Meetings() {
  const { t } = useTranslation(['meetings', 'calendars'])
  const { list, canPlan } = useLoaderData<typeof loader>()
  const isPlanning = useSearchParams()[0].has('plan') && canPlan
  useLiveTopic(['meetings', 'decisions'])
  const isEmpty = list.upcoming.length === 0 && list.past.length === 0 && list.page === 1
  const planButton = canPlan && !isPlanning && (
    <LinkButton variant="primary" icon={CalendarPlus} to="?plan">
      {t('plan')}
    </LinkButton>
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={<Link to="/calendars">{t('calendars:follow')}</Link>}
        actions={!isEmpty && planButton}
      />
      {isPlanning && <PlanMeetingForm />}
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
        </>
      )}
    </>
  )
}
