import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SectorChip } from '#app/components/sector-chip'
import { useFormat } from '#app/i18n/use-format'
import type { StatusReport } from '#server/rounds/status-report.shared'

/** Who was asked and did not report, when they were reminded, and what nobody could be asked about. */
export function Unanswered({ report: { unanswered, withoutOwner } }: { report: StatusReport }) {
  const { t } = useTranslation('rounds')
  const format = useFormat()
  return (
    <>
      {unanswered.length === 0 && <p className="mt-3">{t('report.allAnswered')}</p>}
      <ul className="reported">
        {unanswered.map(({ bodyId, code, name, colour, open, remindedAt }) => (
          <li key={bodyId} data-body={code}>
            <p className="reported-line">
              <SectorChip code={code} name={name} colour={colour} />
              <strong>{name}</strong>
              {remindedAt.length > 0 && (
                <span className="text-sm text-ink-3">
                  {t('home.reminded', { date: remindedAt.map(moment => format.date(moment)).join(', ') })}
                </span>
              )}
            </p>
            <MeasureLinks measures={open} />
          </li>
        ))}
        {withoutOwner.length > 0 && (
          <li>
            <p className="reported-line">
              <strong>{t('report.withoutOwner')}</strong>
            </p>
            <MeasureLinks measures={withoutOwner} />
          </li>
        )}
      </ul>
    </>
  )
}

function MeasureLinks({ measures }: { measures: { id: string; title: string }[] }) {
  return (
    <ul className="links-below">
      {measures.map(({ id, title }) => (
        <li key={id}>
          <Link to={`/measures/${id}`}>{title}</Link>
        </li>
      ))}
    </ul>
  )
}
