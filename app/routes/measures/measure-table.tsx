import { useTranslation } from 'react-i18next'
import type { MeasureInList } from '#server/measures/measure-list.shared'
import type { Plan, PlanPriority } from '#server/plans/plan.shared'
import { MeasureRow } from './measure-row'

/** The measures by priority; on a phone two lines each. `hidesEmpty`: leave out the priorities with none to show. */
export function MeasureTable({
  plan,
  measures,
  hidesEmpty,
}: {
  plan: Plan
  measures: MeasureInList[]
  hidesEmpty: boolean
}) {
  const { t } = useTranslation('measures')
  const groups = plan.priorities.map(priority => ({
    priority,
    measures: measures.filter(measure => measure.priorityId === priority.id),
  }))
  return (
    <>
      <div className="panel table-panel">
        <table className="data-table sticky two-line measure-table">
          <caption className="sr-only">{t('caption')}</caption>
          <thead>
            <tr>
              <th scope="col" className="number">
                {t('columns.number')}
              </th>
              <th scope="col">{t('columns.title')}</th>
              <th scope="col">{t('columns.axis')}</th>
              <th scope="col">{t('columns.level')}</th>
              <th scope="col">{t('columns.horizon')}</th>
              <th scope="col">{t('columns.lead')}</th>
              <th scope="col">{t('columns.status')}</th>
            </tr>
          </thead>
          {groups
            .filter(group => group.measures.length > 0 || !hidesEmpty)
            .map(group => (
              <Group key={group.priority.id} {...group} />
            ))}
        </table>
      </div>
      <p className="mt-3 text-sm text-ink-3">
        {t('dashMeans')} {t('dotsMean')}
      </p>
    </>
  )
}

function Group({ priority, measures }: { priority: PlanPriority; measures: MeasureInList[] }) {
  return (
    <tbody>
      <tr className="group-row">
        <th colSpan={7} scope="rowgroup">
          {priority.position}. {priority.title}
          <span className="ml-1.5 font-normal text-ink-3">{measures.length}</span>
        </th>
      </tr>
      {measures.map(measure => (
        <MeasureRow key={measure.id} measure={measure} />
      ))}
    </tbody>
  )
}
