import { useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import * as format from './format'
import { toLocale } from './locale'

/** The formats of dates and numbers in the reader's language; today is the server's, so that both sides agree. */
export function useFormat() {
  const { i18n } = useTranslation()
  const root = useRouteLoaderData('root') as { today: string } | undefined
  const locale = toLocale(i18n.language)
  const today = root?.today ?? format.toDay(new Date())
  return {
    locale,
    today,
    date: (value: format.DateLike) => format.formatDate(value, locale),
    longDate: (value: format.DateLike) => format.formatLongDate(value, locale),
    month: (value: format.DateLike) => format.formatMonth(value, locale),
    weekday: (value: format.DateLike) => format.formatWeekday(value, locale),
    time: (value: Date) => format.formatTime(value, locale),
    timeRange: (from: Date, to: Date) => format.formatTimeRange(from, to, locale),
    relativeDay: (value: format.DateLike) => format.formatRelativeDay(value, today, locale),
    fileSize: (bytes: number) => format.formatFileSize(bytes, locale),
    number: (value: number) => format.formatNumber(value, locale),
  }
}
