import './decision-text.css'
import { useTranslation } from 'react-i18next'
import type { Reservation } from '#server/decisions/decision-list.shared'
import { SectorChip } from './sector-chip'

/** What was decided, word for word, with who had a reservation to it. */
export function DecisionText({ text, reservations }: { text: string; reservations: Reservation[] }) {
  const { t } = useTranslation('decisions')
  return (
    <div className="decision-text">
      <p lang="nl">{text}</p>
      {reservations.length > 0 && (
        <ul>
          {reservations.map(({ id, body, text: words }) => (
            <li key={id}>
              <SectorChip {...body} />
              <span lang="nl">
                <strong>{t('reservation')}</strong> {words}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
