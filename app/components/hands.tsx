import { useTranslation } from 'react-i18next'
import type { Hand } from '#server/documents/compare-texts.shared'
import { SectorChip } from './sector-chip'

type Author = NonNullable<Hand['wrote']>

/** Who wrote the words by which a side of a comparison differs, and who took them away or brought them back. */
export function Hands({ hands = [] }: { hands?: Hand[] }) {
  if (hands.length === 0) return null
  return (
    <ul className="hands">
      {hands.map(hand => (
        <li key={[hand.wrote, hand.restoredBy, hand.removedBy].map(keyOf).join(' ')}>
          <Who hand={hand} />
        </li>
      ))}
    </ul>
  )
}

const keyOf = (author?: Author | null) => (author ? `${author.personId} ${author.bodyCode}` : '')

function Who({ hand: { wrote, restoredBy, removedBy } }: { hand: Hand }) {
  const { t } = useTranslation('versions')
  return (
    <>
      {wrote ? t('hands.wrote') : t('hands.fromPlan')} {wrote && <Name author={wrote} />}
      {restoredBy && (
        <span>
          , {t('hands.restored')} <Name author={restoredBy} />
        </span>
      )}
      {removedBy && (
        <span>
          , {t('hands.removed')} <Name author={removedBy} />
        </span>
      )}
    </>
  )
}

const Name = ({ author: { personName, bodyCode, bodyName, colour } }: { author: Author }) => (
  <span className="hand">
    <SectorChip code={bodyCode} name={bodyName} colour={colour} /> {personName}
  </span>
)
