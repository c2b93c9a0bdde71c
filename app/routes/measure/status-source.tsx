import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format'
import type { MeasureStatus } from '#server/measures/measure.shared'
import type { ProgressReport, StatusByHand } from '#server/measures/progress.shared'

/** Where the status of the measure comes from: the newest report, or somebody who set it by hand after that. */
export function StatusSource({
  status,
  newest,
  byHand,
}: {
  status: MeasureStatus
  newest: ProgressReport
  byHand: StatusByHand | null
}) {
  const { t } = useTranslation(['progress', 'common'])
  const format = useFormat()
  const now = t(`common:measureStatuses.${status}`)
  const words =
    status === newest.status
      ? t('statusRule', { status: now })
      : byHand
        ? t('statusByHand', { now, code: byHand.byCode ?? '', date: format.date(byHand.at) })
        : t('statusDiffers', { now })
  return <p className="mt-3 text-sm text-ink-3">{words}</p>
}
