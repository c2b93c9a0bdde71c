import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format'
import type { MeetingMark } from '#server/measures/history.shared'

/** The meetings that were held, to choose from. */
export function MeetingOptions({ meetings }: { meetings: MeetingMark[] }) {
  const { t } = useTranslation('history')
  const format = useFormat()
  return meetings.map(({ id, title, startsAt }) => (
    <option key={id} value={id}>
      {t('filter.meetingOption', { date: format.date(startsAt), title })}
    </option>
  ))
}
