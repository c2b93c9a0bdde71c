import { Form, useLocation, useSearchParams, useSubmit } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { FilterMenu } from '#app/routes/plan/filter-menu'
import { groupings, type TableView, tableColumns } from '#server/measures/table-view.shared'

/** What the table shows and how its rows are put together, in the address. Without JavaScript, a button shows it. */
export function TableTools({ view }: { view: TableView }) {
  const { t } = useTranslation('measures')
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const submit = useSubmit()
  const own = ['group', 'columns', 'page']
  const others = [...params].filter(([name]) => !own.includes(name))
  return (
    <Form
      key={`${view.group} ${view.columns}`}
      action={pathname}
      className="table-tools"
      onChange={event => submit(event.currentTarget, { replace: true, preventScrollReset: true })}
    >
      {others.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <label>
        {t('table.groupBy')}{' '}
        <select className="input small" name="group" defaultValue={view.group}>
          {groupings.map(group => (
            <option key={group} value={group}>
              {t(`table.groups.${group}`)}
            </option>
          ))}
        </select>
      </label>
      <FilterMenu label={t('table.columns')} count={0}>
        {tableColumns
          .filter(column => column !== 'title')
          .map(column => (
            <label key={column} className="check">
              <input type="checkbox" name="columns" value={column} defaultChecked={view.columns.includes(column)} />
              {t(`columns.${column}`)}
            </label>
          ))}
      </FilterMenu>
      <noscript>
        <Button type="submit" small>
          {t('table.show')}
        </Button>
      </noscript>
    </Form>
  )
}
