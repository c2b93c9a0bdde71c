import { Link, useSearchParams } from '@remix-run/react'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import type { TableColumn, TableView } from '#server/measures/table-view.shared'

/** The names of the columns, each a link that sorts by it: up, down, and back to the plan's own order. */
export function TableHead({ view, isGrid, children }: { view: TableView; isGrid?: boolean; children?: ReactNode }) {
  return (
    <thead>
      <tr>
        {children}
        {view.columns.map(column => (
          <ColumnHead key={column} column={column} sort={view.sort} isGrid={isGrid} />
        ))}
      </tr>
    </thead>
  )
}

function ColumnHead({
  column,
  sort,
  isGrid,
}: {
  column: TableColumn
  sort: TableView['sort']
  isGrid: boolean | undefined
}) {
  const { t } = useTranslation('measures')
  const [params] = useSearchParams()
  const own = sort?.by === column ? sort : null
  const next = new URLSearchParams(params)
  next.delete('page')
  if (!own) next.set('sort', column)
  else if (!own.descending) next.set('sort', `-${column}`)
  else next.delete('sort')
  return (
    <th
      scope="col"
      data-column={column}
      className={`column-${column}`}
      aria-sort={own ? (own.descending ? 'descending' : 'ascending') : undefined}
      tabIndex={isGrid ? -1 : undefined}
    >
      <Link to={`?${next}`} replace preventScrollReset tabIndex={isGrid ? -1 : undefined} title={t('table.sort')}>
        {t(`columns.${column}`)}
        {own && <Icon of={own.descending ? ArrowDown : ArrowUp} size="small" />}
      </Link>
    </th>
  )
}
