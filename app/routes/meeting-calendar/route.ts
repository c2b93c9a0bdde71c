import type { LoaderFunctionArgs } from '@remix-run/node'
import { orResponse } from '#app/domain-response.server'
import { toDay } from '#app/i18n/format'
import { publicBase } from '#app/public-base.server'
import { requireActor } from '#app/session.server'
import { writeCalendar } from '#server/calendars/calendar-event'
import { readCalendarMeeting } from '#server/calendars/calendar-meetings'
import { contentDisposition } from '#server/exports/content-disposition.shared'

/** One meeting, to put in a calendar by hand. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const meeting = await orResponse(readCalendarMeeting(context.db, actor, params.id ?? ''))
  const content = writeCalendar(meeting.groupName, [meeting], { base: publicBase({ request, context }) })
  return new Response(content, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': contentDisposition(`${meeting.title} ${toDay(meeting.startsAt)}.ics`),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
