import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Select } from '#app/components/select'
import type { ShownComparison, ShownVersion } from './load-versions.server'

/** Which two texts to hold beside each other. */
export function CompareForm({ comparison, versions }: { comparison: ShownComparison; versions: ShownVersion[] }) {
  const { t } = useTranslation('versions')
  const { from, to } = comparison
  const options = versions.map(({ number, name }) => (
    <option key={number} value={number}>
      {name ? t('versionNamed', { number, name }) : t('version', { number })}
    </option>
  ))
  return (
    <Form action="#verschil" className="compare-form">
      <Select name="from" label={t('compare.from')} defaultValue={from.number}>
        {options}
      </Select>
      <Select name="to" label={t('compare.to')} defaultValue={to === 'now' ? to : to.number}>
        <option value="now">{t('now')}</option>
        {options}
      </Select>
      <Button type="submit">{t('compare.submit')}</Button>
    </Form>
  )
}
