import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '#app/i18n/format'
import { toLocale } from '#app/i18n/locale'
import type { PictureCaption } from '#app/pictures/picture-frame'
import type { PictureName } from '#app/pictures/picture-names'
import { describeFilters } from '#app/routes/plan/describe-filters'
import { useFilterFields } from '#app/routes/plan/use-filter-fields'
import type { MeasureFilters } from '#server/measures/measure-filters.shared'
import type { BodyOfPlan, MeasureCounts } from '#server/measures/measure-list.shared'
import type { Plan } from '#server/plans/plan.shared'

export interface About {
  plan: Plan
  counts: MeasureCounts
  bodies: BodyOfPlan[]
  filters: MeasureFilters
  groupName: string
  /** 'YYYY-MM-DD' */
  today: string
  /** which part of it the picture shows, where it does not show all */
  page?: number
  pages?: number
  baseline?: { name: string; datedOn: string } | null
  sector?: { nameNl: string; nameEn: string } | undefined
}

/** Gives a picture the words that it says of itself, in the reader's language. */
export function Captioned({
  name,
  about: { plan, counts, bodies, filters, groupName, today, page = 1, pages = 1, sector, baseline },
  children,
}: {
  name: PictureName
  about: About
  children: (caption: PictureCaption) => ReactElement
}) {
  const { t, i18n } = useTranslation(['pictures', 'plan'])
  const words = describeFilters(filters, useFilterFields({ plan, bodies }), t('plan:filter.words')).map(
    ({ text }) => text,
  )
  const notes = [
    pages > 1 && t('page', { page, pages }),
    sector && t('map.bodiesOf', { sector: i18n.language === 'en' ? sector.nameEn : sector.nameNl }),
    baseline &&
      t('timeline.against', { name: baseline.name, date: formatDate(baseline.datedOn, toLocale(i18n.language)) }),
  ].filter((note): note is string => typeof note === 'string')
  return children({
    view: t(`plan:views.${name}`),
    planTitle: plan.title,
    groupName,
    today,
    counts,
    filters: words,
    notes,
  })
}
