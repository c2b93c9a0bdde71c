import { Form, Link, useSubmit } from '@remix-run/react'
import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { ChoiceLinks } from '#app/components/choice-links'
import { Select } from '#app/components/select'
import { TextInput } from '#app/components/text-input'
import { type ActionFilters, type ActionList, actionScopes } from '#server/actions/action.shared'
import type { BodyMark } from '#server/bodies/body.shared'

const states = ['open', 'overdue', 'done', 'dropped'] as const

interface Props {
  filters: ActionFilters
  list: ActionList
  bodies: BodyMark[]
  /** who only reads has nothing of their own to do */
  isReader: boolean
}

/** Whose actions, and which of them. It is all in the address, so that it can be kept and sent. */
export function ActionFilterBar({ filters, list, bodies, isReader }: Props) {
  const { t } = useTranslation('actions')
  const submit = useSubmit()
  const { whose, state, body, meeting, q } = filters
  const to = (scope: string) => {
    const query = new URLSearchParams({ whose: scope, ...(state && { state }), ...(body && { body }), ...(q && { q }) })
    return `/actions?${query}`
  }
  const scopes = isReader ? (['all'] as const) : actionScopes
  return (
    <>
      <ChoiceLinks
        label={t('whose')}
        choices={scopes.map(scope => ({
          to: to(scope),
          label: t(`scopes.${scope}`, { count: list.open[scope] }),
          isChosen: scope === whose,
        }))}
      />
      <Form
        key={`${whose} ${state} ${body} ${q}`}
        className="filters"
        role="search"
        aria-label={t('filters.label')}
        onChange={event => {
          if (event.target instanceof HTMLSelectElement) submit(event.currentTarget, { preventScrollReset: true })
        }}
      >
        <input type="hidden" name="whose" value={whose} />
        {meeting && <input type="hidden" name="meeting" value={meeting} />}
        <TextInput
          type="search"
          name="q"
          label={t('filters.search')}
          labelHidden
          fieldClassName="find"
          defaultValue={q}
          placeholder={t('filters.placeholder')}
        />
        <Select
          name="state"
          label={t('filters.state')}
          labelHidden
          fieldClassName="choice"
          defaultValue={state ?? 'open'}
        >
          {states.map(value => (
            <option key={value} value={value}>
              {t(`states.${value}`)}
            </option>
          ))}
          <option value="any">{t('filters.any')}</option>
        </Select>
        <Select name="body" label={t('filters.body')} labelHidden fieldClassName="choice" defaultValue={body}>
          <option value="">{t('filters.allBodies')}</option>
          {bodies.map(({ id, code, name }) => (
            <option key={id} value={id}>
              {code} · {name}
            </option>
          ))}
        </Select>
        <Button type="submit" icon={Search}>
          {t('filters.apply')}
        </Button>
        <span className="text-sm text-ink-2" role="status">
          {t('found', { count: list.total })}
        </span>
        {list.open.overdue > 0 && state !== 'overdue' && (
          <Link className="text-sm" to="/actions?whose=all&state=overdue">
            {t('overdueCount', { count: list.open.overdue })}
          </Link>
        )}
      </Form>
    </>
  )
}
