import { Form, useNavigation } from '@remix-run/react'
import { CalendarPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { DemoMark } from '#app/components/provenance'
import { Section } from '#app/components/section'
import { useFormat } from '#app/i18n/use-format'
import { type SeriesInList, weeksOfMonth } from '#server/meetings/series.shared'

/** Meetings that come back by a rule, and the way to plan the next one of each. */
export function SeriesList({ series, canPlan }: { series: SeriesInList[]; canPlan: boolean }) {
  const { t } = useTranslation('meetings')
  if (series.length === 0) return null
  return (
    <Section title={t('series')}>
      <ul className="meeting-rows series-rows">
        {series.map(one => (
          <Row key={one.id} series={one} canPlan={canPlan} />
        ))}
      </ul>
    </Section>
  )
}

function Row({ series, canPlan }: { series: SeriesInList; canPlan: boolean }) {
  const { t } = useTranslation('meetings')
  const format = useFormat()
  const isBusy = useNavigation().state !== 'idle'
  const { id, title, location, frequency, every, weekday, weekOfMonth, time, template, isDemo, nextDay } = series
  // The first of January 2024 was a Monday.
  const day = format.weekday(`2024-01-0${weekday}`)
  const rule =
    frequency === 'weekly'
      ? t('rules.weekly', { count: every, day })
      : t('rules.monthly', { count: every, day, week: t(`weeks.${weeksOfMonth[(weekOfMonth ?? 1) - 1] ?? 'first'}`) })
  return (
    <li>
      <p className="when">
        {rule}, {time.replace(':', '.')}
      </p>
      <div className="what">
        <strong>{title}</strong> <DemoMark isDemo={isDemo} />
        <p>{[location, template && t('fromTemplate', { name: template })].filter(Boolean).join(' · ')}</p>
      </div>
      <p className="totals">{t('nextDay', { date: format.date(nextDay) })}</p>
      {canPlan && (
        <Form method="post" className="state">
          <input type="hidden" name="seriesId" value={id} />
          <Button type="submit" small icon={CalendarPlus} name="what" value="plan-next" disabled={isBusy}>
            {t('planNext')}
          </Button>
          <Button type="submit" small variant="ghost" name="what" value="end-series" disabled={isBusy}>
            {t('endSeries')}
          </Button>
        </Form>
      )}
    </li>
  )
}
