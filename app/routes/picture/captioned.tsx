import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
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
}

/** Gives a picture the words that it says of itself, in the reader's language. */
export function Captioned({
  name,
  about: { plan, counts, bodies, filters, groupName, today },
  children,
}: {
  name: PictureName
  about: About
  children: (caption: PictureCaption) => ReactElement
}) {
  const { t } = useTranslation('plan')
  const words = describeFilters(filters, useFilterFields({ plan, bodies }), t('filter.words')).map(({ text }) => text)
  return children({ view: t(`views.${name}`), planTitle: plan.title, groupName, today, counts, filters: words })
}
