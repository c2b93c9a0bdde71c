import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/button'
import { DateText } from '#app/components/date-text'
import { Facts } from '#app/components/facts'
import { SectorChip } from '#app/components/sector-chip'
import type { MeasureDetail, MeasureOptions } from '#server/measures/measure-detail.shared'
import { writePartialDate } from '#server/measures/partial-date.shared'
import type { FormField } from './field-control'
import { FieldsForm } from './fields-form'
import { RequestPill } from './pills'
import { useEditing } from './use-editing'

/** What a measure asks of another level: of whom, when, and what they said. */
export function AskedAndAnswered({ measure, options }: { measure: MeasureDetail; options: MeasureOptions | null }) {
  const { t } = useTranslation(['facts', 'measures', 'common'])
  const { isOpen, close, linkProps } = useEditing('request')
  const { askedBody, askedName, askedOn, answer, answeredOn, level } = measure
  if (!measure.requestState) return null
  const isEmpty = !askedBody && !askedName && !askedOn && !answer && !answeredOn
  const ofLevel = t('request.ofLevel', { level: t(`common:levels.${level}`) })
  return (
    <section className="side-section" aria-labelledby="request">
      <div className="heading">
        <h2 id="request">{t('request.title')}</h2>
        <RequestPill measure={measure} />
        {options && !isOpen && !isEmpty && (
          <Link {...linkProps} className="end" aria-label={t('request.edit')}>
            {t('measures:measure.edit')}
          </Link>
        )}
      </div>
      {options && isOpen ? (
        <RequestForm measure={measure} options={options} onClose={close} />
      ) : (
        <Facts
          facts={[
            {
              term: t(measure.requestState === 'to-ask' ? 'request.toAsk' : 'fields.askedBody'),
              value: (
                <>
                  {askedBody && (
                    <>
                      <SectorChip {...askedBody} /> {askedBody.name}
                    </>
                  )}
                  {askedName && <span className={askedBody ? 'block' : undefined}>{askedName}</span>}
                  {!askedBody && !askedName && ofLevel}
                </>
              ),
            },
            { term: t('fields.askedOn'), value: askedOn && <DateText date={askedOn} /> },
            { term: t('fields.answeredOn'), value: answeredOn && <DateText date={answeredOn} /> },
            { term: t('fields.answer'), value: answer && <span className="answer-text">{answer}</span> },
          ]}
        />
      )}
      {options && !isOpen && isEmpty && (
        <LinkButton {...linkProps} small className="mt-2.5">
          {t('request.complete')}
        </LinkButton>
      )}
    </section>
  )
}

function RequestForm({
  measure,
  options,
  onClose,
}: {
  measure: MeasureDetail
  options: MeasureOptions
  onClose: () => void
}) {
  const { t } = useTranslation('facts')
  const fields: FormField[] = [
    {
      name: 'askedBody',
      label: t('fields.askedBody'),
      stored: measure.askedBody?.id ?? '',
      choices: [
        { value: '', label: t('noBody') },
        ...options.bodies.map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` })),
      ],
    },
    {
      name: 'askedName',
      label: t('fields.askedName'),
      hint: t('hints.askedName'),
      stored: measure.askedName ?? '',
      optional: true,
    },
    {
      name: 'askedOn',
      label: t('fields.askedOn'),
      hint: t('hints.partialDate'),
      stored: writePartialDate(measure.askedOn),
      optional: true,
    },
    { name: 'answer', label: t('fields.answer'), stored: measure.answer ?? '', type: 'lines', optional: true },
    { name: 'answeredOn', label: t('fields.answeredOn'), stored: writePartialDate(measure.answeredOn), optional: true },
  ]
  return (
    <FieldsForm measureId={measure.id} part="request" fields={fields} onClose={onClose} className="panel fields-form" />
  )
}
