import { useTranslation } from 'react-i18next'
import type { TableView } from '#server/measures/table-view.shared'
import { CellContent } from './cell-content'
import { GroupHead } from './group-head'
import { TableHead } from './table-head'
import type { RowGroup } from './use-groups'

/** The table for who reads. */
export function PlainTable({ view, groups }: { view: TableView; groups: RowGroup[] }) {
  const { t } = useTranslation('measures')
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keyboard */}
      <section className="panel table-scroll" aria-label={t('caption')} tabIndex={0}>
        <table className="data-table measure-table">
          <caption className="sr-only">{t('caption')}</caption>
          <TableHead view={view} />
          {groups.map(group => (
            <tbody key={group.key}>
              <GroupHead group={group} width={view.columns.length} />
              {group.rows.map(measure => (
                <tr key={measure.id}>
                  {view.columns.map(column =>
                    column === 'title' ? (
                      <th key={column} scope="row" className="title">
                        <CellContent measure={measure} column={column} />
                      </th>
                    ) : (
                      <td key={column} className={`column-${column}`}>
                        <CellContent measure={measure} column={column} />
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </section>
      <p className="mt-3 text-sm text-ink-3">
        {t('dashMeans')} {t('dotsMean')}
      </p>
    </>
  )
}
