import './positions.css'
import { CircleDot } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import { SectorChip } from '#app/components/sector-chip'
import { StanceChip } from '#app/components/stance-chip'
import type { AgendaItem } from '#server/meetings/meeting-detail.shared'
import type { Stands } from './stands'

interface Props {
  item: AgendaItem
  /** on that item */
  stands: Stands
}

/** How bodies stand on what the item is about, and which of their conditions are still open. */
export function ItemPositions({ item, stands: { positions, conditions } }: Props) {
  const { t } = useTranslation('session')
  const measures = item.measures.filter(({ id }) => positions.some(position => position.measureId === id))
  if (measures.length === 0 && conditions.length === 0) return null
  return (
    <div className="part item-positions">
      {measures.map((measure, index) => (
        <section key={measure.id} id={index === 0 ? 'positions' : undefined}>
          <h3>
            {t('positions')} <small>{t('positionsOn', { title: measure.title })}</small>
          </h3>
          <ul className="stances">
            {positions
              .filter(position => position.measureId === measure.id)
              .map(({ body, standing, isStale, version }) => (
                <li key={body.id}>
                  <SectorChip {...body} />
                  <StanceChip standing={standing} staleOn={isStale ? version.number : undefined} />
                </li>
              ))}
          </ul>
        </section>
      ))}
      {conditions.length > 0 && (
        <section id="conditions">
          <h3>
            {t('openConditions')} <small>{conditions.length}</small>
          </h3>
          <ul className="open-conditions">
            {conditions.map(condition => (
              <li key={condition.id}>
                <SectorChip {...condition.body} />
                <span>
                  <Icon of={CircleDot} size="small" /> {condition.text}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
