import { useTranslation } from 'react-i18next'
import type { nl } from '#app/i18n/resources'
import { StatusGlyph } from './status-glyph'

export type MeasureStatusName = keyof (typeof nl)['common']['measureStatuses']

/** How far a measure is: a circle and a word. */
export function MeasureStatus({ status }: { status: MeasureStatusName }) {
  const { t } = useTranslation()
  return (
    <span className={`status ${status}`}>
      <StatusGlyph status={status} />
      {t(`measureStatuses.${status}`)}
    </span>
  )
}
