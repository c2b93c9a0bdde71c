import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Pill } from '#app/components/pill'
import type { Preview } from './route'

const tones = { new: 'ok', changed: 'info', unchanged: undefined, error: 'bad', skipped: undefined } as const
const states = ['new', 'changed', 'unchanged', 'error', 'skipped'] as const

type Row = Preview['rows'][number] | Preview['tables'][number]['rows'][number]
type Table = Pick<Preview, 'counts' | 'more'> & { rows: Row[] }

/** What would become of every row of a sheet. */
export function RowTable({ title, table: { counts, rows, more } }: { title: string; table: Table }) {
  const { t } = useTranslation('exchange')
  return (
    <section className="mt-6" aria-label={title}>
      <h2>{title}</h2>
      <p role="status" className="mb-3">
        {states
          .filter(state => counts[state] > 0)
          .map(state => t(`import.counts.${state}`, { count: counts[state] }))
          .join(', ') || t('import.noRows')}
      </p>
      {rows.length > 0 && (
        <div className="panel table-panel mt-4">
          <table className="data-table">
            <caption className="sr-only">{title}</caption>
            <thead>
              <tr>
                <th scope="col" className="number">
                  {t('import.row')}
                </th>
                <th scope="col">{t('import.measure')}</th>
                <th scope="col">{t('import.state')}</th>
                <th scope="col">{t('import.what')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <tr key={row.row}>
                  <td className="number text-ink-3">{row.row}</td>
                  <td>{row.measureId ? <Link to={`/measures/${row.measureId}`}>{row.title}</Link> : row.title}</td>
                  <td>
                    <Pill tone={tones[row.state]}>{t(`import.states.${row.state}`)}</Pill>
                  </td>
                  <td>
                    <What row={row} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {more > 0 && <p className="mt-3 text-sm text-ink-3">{t('import.more', { count: more })}</p>}
    </section>
  )
}

const short = (text: string) => (text.length > 160 ? `${text.slice(0, 160)}…` : text)

function What({ row: { errors, notes, changes } }: { row: Row }) {
  const { t } = useTranslation('exchange')
  return (
    <ul className="import-what">
      {errors.map(({ column, text, value }) => (
        <li key={column + text} className="text-bad">
          {t('import.error', { column, reason: text })} {value && t('import.errorValue', { value: short(value) })}
        </li>
      ))}
      {notes.map(({ column, text, value }) => (
        <li key={column + text}>
          {t('import.error', { column, reason: text })} {value && t('import.errorValue', { value: short(value) })}
        </li>
      ))}
      {changes.map(({ field, before, after }) => {
        const texts = { field: t(`columns.${field}`), before: short(before), after: short(after) }
        return <li key={field}>{t(before ? 'import.fromTo' : 'import.to', texts)}</li>
      })}
    </ul>
  )
}
