import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Panel } from '#app/components/panel'
import { Select } from '#app/components/select'
import { importFields } from '#server/imports/import.shared'
import { levels } from '#server/measures/measure.shared'
import type { Preview } from './route'

/** What each column goes into, and what is to become of the unknown: one form, that shows at once what it would do. */
export function ColumnForm({ preview }: { preview: Preview }) {
  const { t } = useTranslation(['exchange', 'common'])
  const { header, examples, mapping, choices, priorities } = preview
  return (
    <Form method="post" preventScrollReset>
      <Panel title={t('import.columns')}>
        <p className="mb-3 text-sm text-ink-2">{t('import.columnsHint')}</p>
        <div className="import-columns">
          {header.map((name, index) => (
            <Select
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; two may have the same name
              key={`${index}-${mapping[index]}`}
              name={`column.${index}`}
              label={t('import.column', { name: name || t('import.noName') })}
              hint={examples[index] ? t('import.example', { value: examples[index] }) : undefined}
              defaultValue={mapping[index] ?? ''}
            >
              <option value="">{t('import.nowhere')}</option>
              {importFields.map(field => (
                <option key={field} value={field}>
                  {t(`columns.${field}`)}
                </option>
              ))}
            </Select>
          ))}
        </div>
        <div className="import-columns mt-4">
          <Select
            name="defaultPriority"
            label={t('import.defaultPriority')}
            defaultValue={choices.defaultPriority ?? ''}
          >
            <option value="">{t('import.noDefault')}</option>
            <Options of={priorities} />
          </Select>
          <Select name="defaultLevel" label={t('import.defaultLevel')} defaultValue={choices.defaultLevel ?? ''}>
            <option value="">{t('import.noDefault')}</option>
            {levels.map(level => (
              <option key={level} value={level}>
                {t(`common:levels.${level}`)}
              </option>
            ))}
          </Select>
        </div>
        <label className="check mt-3">
          <input type="checkbox" name="clears" value="1" defaultChecked={choices.clears} />
          {t('import.clears')}
        </label>
        <Unknown preview={preview} />
        <Button type="submit" name="intent" value="decide" className="mt-4">
          {t('import.show')}
        </Button>
      </Panel>
    </Form>
  )
}

function Unknown({ preview: { unknown, priorities, axes, bodies } }: { preview: Preview }) {
  const { t } = useTranslation('exchange')
  if (unknown.length === 0) return null
  const known = { priority: priorities, axis: axes, lead: bodies, body: bodies }
  return (
    <fieldset className="mt-4">
      <legend className="label">{t('import.unknown')}</legend>
      <div className="import-columns">
        {unknown.map(({ field, name, rows, choice }, index) => (
          <div key={`${field} ${name}`}>
            <input type="hidden" name={`unknown.${index}.field`} value={field} />
            <input type="hidden" name={`unknown.${index}.name`} value={name} />
            <Select
              name={`unknown.${index}.choice`}
              label={t(`import.unknownName.${field}`, { name })}
              hint={t('import.inRows', { count: rows })}
              defaultValue={choice}
            >
              {(field === 'priority' || field === 'axis') && <option value="create">{t('import.create')}</option>}
              <option value="skip">{t(`import.skip.${field}`)}</option>
              <Options of={known[field].map(one => ({ ...one, name: t('import.is', { name: one.name }) }))} />
            </Select>
          </div>
        ))}
      </div>
    </fieldset>
  )
}

const Options = ({ of }: { of: { id: string; name: string }[] }) =>
  of.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ))
