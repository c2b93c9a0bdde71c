import { Link, useNavigate, useSearchParams } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/button'
import { classNames } from '#app/components/class-names'
import { Facts } from '#app/components/facts'
import { CertaintyMark } from '#app/components/provenance'
import { useFormat } from '#app/i18n/use-format'
import type { FactChoices, MeasureDetail, MeasureOptions } from '#server/measures/measure-detail.shared'
import { FieldsForm } from './fields-form'
import { useFactFields } from './use-fact-fields'

/** The facts that fewer measures have: only those that are known, and for who may, a way to add the others. */
export function About({
  measure,
  options,
  choices,
}: {
  measure: MeasureDetail
  options: MeasureOptions | null
  /** there once they are being changed: the page fetches them then */
  choices: FactChoices | null
}) {
  const { t } = useTranslation(['facts', 'measures'])
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const isOpen = options !== null && choices !== null && search.get('edit') === 'facts'
  const link = useRef<HTMLAnchorElement>(null)
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    if (wasOpen.current && !isOpen) link.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])

  const facts = useKnownFacts(measure)
  const page = `/measures/${measure.id}`
  const open = { ref: link, to: '?edit=facts', preventScrollReset: true, replace: true }
  if (!options && facts.length === 0) return null
  return (
    <section className="side-section" aria-labelledby="about">
      <div className="heading">
        <h2 id="about">{t('about.title')}</h2>
        {options && !isOpen && facts.length > 0 && (
          <Link {...open} className="end" aria-label={t('about.edit')}>
            {t('measures:measure.edit')}
          </Link>
        )}
      </div>
      {isOpen ? (
        <FactsForm
          measure={measure}
          options={options}
          choices={choices}
          onClose={() => navigate(page, { replace: true, preventScrollReset: true })}
        />
      ) : (
        facts.length > 0 && <Facts facts={facts} />
      )}
      {options && !isOpen && (
        <div className={classNames('row flex-wrap', facts.length > 0 && 'mt-2.5')}>
          {facts.length === 0 && (
            <LinkButton {...open} small>
              {t('about.complete')}
            </LinkButton>
          )}
          <LinkButton to={`/measures/new?parent=${measure.id}`} small variant={facts.length ? undefined : 'ghost'}>
            {t('parts.add')}
          </LinkButton>
        </div>
      )}
    </section>
  )
}

function FactsForm({
  measure,
  options,
  choices,
  onClose,
}: {
  measure: MeasureDetail
  options: MeasureOptions
  choices: FactChoices
  onClose: () => void
}) {
  const fields = useFactFields(measure, options, choices)
  return (
    <FieldsForm measureId={measure.id} part="facts" fields={fields} onClose={onClose} className="panel fields-form" />
  )
}

/** What is known, in words. */
function useKnownFacts(measure: MeasureDetail) {
  const { t, i18n } = useTranslation('facts')
  const format = useFormat()
  const { startsOn, endsOn, ancestors, otherPriorities, targetGroups, basicFunctions } = measure
  const from = startsOn && format.date(startsOn)
  const to = endsOn && format.date(endsOn)
  const parent = ancestors.at(-1)
  const period =
    from && to ? t('about.fromTo', { from, to }) : from ? t('about.from', { from }) : to && t('about.until', { to })
  const facts = [
    { term: t('about.period'), value: period },
    {
      term: t('fields.parent'),
      value: parent && <Link to={`/measures/${parent.id}`}>{parent.title}</Link>,
    },
    {
      term: t('fields.priorities'),
      value: otherPriorities.length > 0 && (
        <ul>
          {otherPriorities.map(({ id, position, title }) => (
            <li key={id}>{t('about.priority', { position, title })}</li>
          ))}
        </ul>
      ),
    },
    { term: t('fields.targetGroups'), value: targetGroups.join(', ') },
    {
      term: t('fields.basicFunctions'),
      value: basicFunctions.length > 0 && (
        <ul>
          {basicFunctions.map(({ id, nameNl, nameEn, definition, certainty }) => (
            <li key={id}>
              <span title={definition}>{i18n.language === 'nl' ? nameNl : nameEn}</span>{' '}
              <CertaintyMark certainty={certainty} />
            </li>
          ))}
        </ul>
      ),
    },
  ]
  return facts.filter(fact => fact.value)
}
