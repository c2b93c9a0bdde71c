import { Form, Link, useActionData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/components/button'
import { Note } from '#app/components/note'
import { Pill } from '#app/components/pill'
import type { action, Preview } from './route'

const tones = { new: 'ok', changed: 'info', unchanged: undefined, error: 'bad', skipped: undefined } as const
const states = ['new', 'changed', 'unchanged', 'error', 'skipped'] as const

/** What would become of every row, and the button that carries it out. */
export function RowTable({ preview }: { preview: Preview }) {
  const { t } = useTranslation('exchange')
  const answer = useActionData<typeof action>()
  const isBusy = useNavigation().state !== 'idle'
  const { counts, rows, more } = preview
  const isNothing = counts.new + counts.changed === 0
  return (
    <section className="mt-6" aria-label={t('import.previewTitle')}>
      <p role="status" className="mb-3">
        {states
          .filter(state => counts[state] > 0)
          .map(state => t(`import.counts.${state}`, { count: counts[state] }))
          .join(', ')}
      </p>
      {answer?.error && (
        <Note tone="bad" role="alert" className="mb-4">
          {answer.error}
        </Note>
      )}
      {isNothing && counts.error === 0 ? (
        <Note tone="ok" className="mb-4">
          {t('import.nothing')}
        </Note>
      ) : (
        <Form method="post" className="import-go">
          <p className="text-sm text-ink-2">
            {t('import.proposed')} {t('import.textKept')}
          </p>
          {counts.error > 0 && (
            <label className="check">
              <input type="checkbox" name="skipErrors" value="1" />
              {t('import.skipErrors')}
            </label>
          )}
          <div className="flex gap-3">
            <Button type="submit" name="intent" value="carry-out" variant="primary" disabled={isBusy}>
              {t('import.carryOut')}
            </Button>
            <LinkButton to="/measures/import">{t('import.another')}</LinkButton>
          </div>
        </Form>
      )}
      <div className="panel table-panel mt-4">
        <table className="data-table">
          <caption className="sr-only">{t('import.previewTitle')}</caption>
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
      {more > 0 && <p className="mt-3 text-sm text-ink-3">{t('import.more', { count: more })}</p>}
    </section>
  )
}

const short = (text: string) => (text.length > 160 ? `${text.slice(0, 160)}…` : text)

function What({ row: { errors, changes } }: { row: Preview['rows'][number] }) {
  const { t } = useTranslation('exchange')
  return (
    <ul className="import-what">
      {errors.map(({ column, text, value }) => (
        <li key={column + text} className="text-bad">
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
