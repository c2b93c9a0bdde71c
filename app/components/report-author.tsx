import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format'
import type { ProgressReport } from '#server/measures/progress.shared'

/** Who said so, for which body, and when. */
export function ReportAuthor({ report }: { report: ProgressReport }) {
  const { t } = useTranslation('progress')
  const format = useFormat()
  const { bodyCode, byCode: code, byName, onBehalf, reportedAt } = report
  const date = format.date(reportedAt)
  const words = !onBehalf
    ? t('by', { code, date })
    : bodyCode
      ? t('byFor', { body: bodyCode, code, date })
      : t('byForNobody', { code, date })
  return <span title={byName}>{words}</span>
}
