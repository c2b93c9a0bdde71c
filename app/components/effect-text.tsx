import { Link } from '@remix-run/react'
import { Trans, useTranslation } from 'react-i18next'
import type { MeasureStatusName } from '#app/components/measure-status'
import { useFormat } from '#app/i18n/use-format'
import type { Effect } from '#server/decisions/effect.shared'

/** What an effect changes, and into what; while it waits also what it is now, and afterwards what it was. */
export function EffectText({ effect, plain = false }: { effect: Effect; plain?: boolean }) {
  const { t } = useTranslation(['actions', 'common'])
  const said = useSaid(effect)
  const { measure, body, milestone, words, passage, kind, dateOf, state } = effect
  const value = said(effect.status ?? effect.date)
  const components = {
    b: <strong />,
    m: plain || !measure ? <span /> : <Link to={`/measures/${measure.id}`} />,
  }
  const values = { measure: measure?.title ?? '', value, milestone: milestone?.label ?? '', passage: passage ?? '' }
  const isOpen = state === 'to-apply' || state === 'asked'
  const other = isOpen ? effect.now : effect.before
  const hasOther = kind === 'set-status' || kind === 'set-lead' || kind === 'set-date'
  return (
    <>
      {kind === 'set-status' && <Trans t={t} i18nKey="effects.statusOf" values={values} components={components} />}
      {kind === 'set-lead' && (
        <Trans t={t} i18nKey="effects.leadOf" values={{ ...values, value: body?.code }} components={components} />
      )}
      {kind === 'set-date' && dateOf && (
        <Trans t={t} i18nKey={`effects.${dateOf}Of`} values={values} components={components} />
      )}
      {kind === 'set-wording' && (
        <Trans
          t={t}
          i18nKey={passage ? 'effects.wordingOf' : 'effects.addedOf'}
          values={{ ...values, value: words ?? '' }}
          components={components}
        />
      )}
      {kind === 'ask-body' && (
        <Trans
          t={t}
          i18nKey="effects.questionTo"
          values={{ body: body?.code, value: words ?? '' }}
          components={components}
        />
      )}
      {hasOther && state !== 'dropped' && (
        <span className="effect-other">
          {' '}
          {t(isOpen ? 'effects.now' : 'effects.before', { value: said(other) || t('effects.nothing') })}
        </span>
      )}
    </>
  )
}

/** A value of an effect in words: a status, a date as precise as it is known, or the code of a body. */
function useSaid({ kind }: Effect) {
  const { t } = useTranslation()
  const format = useFormat()
  return (value: string | null): string => {
    if (value === null) return ''
    if (kind === 'set-status') return t(`measureStatuses.${value as MeasureStatusName}`)
    return kind === 'set-date' ? format.date(value) : value
  }
}
