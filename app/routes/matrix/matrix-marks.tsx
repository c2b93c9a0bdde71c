import { Link } from '@remix-run/react'
import { CircleCheck, Clock, UserRoundX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import { ThreadCount } from '#app/components/thread-count'
import { useTableLink } from '#app/routes/plan/use-table-link'
import type { MeasureFilter } from '#server/measures/measure-filters.shared'
import type { MatrixCount } from '#server/measures/measure-matrix.shared'

/** Of how many measures something must be known at a glance; each leads to them. */
export function MatrixMarks({ count, asked }: { count: MatrixCount; asked: Partial<Record<MeasureFilter, string>> }) {
  const { t } = useTranslation('pictures')
  const link = useTableLink()
  const done = count.statuses.done ?? 0
  return (
    <span className="matrix-marks">
      {count.late > 0 && (
        <Link className="late" to={link({ ...asked, late: '1' })}>
          <Icon of={Clock} size="small" />
          {t('matrix.late', { count: count.late })}
        </Link>
      )}
      {count.withoutLead > 0 && (
        <Link className="no-lead" to={link({ ...asked, noLead: '1' })}>
          <Icon of={UserRoundX} size="small" />
          {t('matrix.withoutLead', { count: count.withoutLead })}
        </Link>
      )}
      {done > 0 && (
        <Link className="done" to={link({ ...asked, status: 'done' })}>
          <Icon of={CircleCheck} size="small" />
          {t('matrix.done', { count: done })}
        </Link>
      )}
      <ThreadCount count={count.openThreads} />
    </span>
  )
}
