import { CalendarDays, Check, CheckCheck, Radio } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { MeetingStatus as Status } from '#server/meetings/meeting.shared'
import { Pill, type Tone } from './pill'

const looks: Record<Status, { tone: Tone; icon: typeof Check }> = {
  planned: { tone: 'line', icon: CalendarDays },
  'in-session': { tone: 'info', icon: Radio },
  concluded: { tone: 'line', icon: Check },
  'minutes-approved': { tone: 'ok', icon: CheckCheck },
}

/** How far a meeting is: a drawing and a word. */
export function MeetingStatus({ status }: { status: Status }) {
  const { t } = useTranslation('meetings')
  return <Pill {...looks[status]}>{t(`statuses.${status}`)}</Pill>
}
