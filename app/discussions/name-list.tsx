import { useTranslation } from 'react-i18next'
import { SectorChip } from '#app/components/sector-chip'
import type { OfferedName } from './use-names'

/** Who can be called by name, while somebody types one. */
export function NameList({
  id,
  names,
  chosen,
  onTake,
}: {
  id: string
  names: OfferedName[]
  chosen: number
  onTake: (mark: string) => void
}) {
  const { t } = useTranslation('discussions')
  if (names.length === 0) return null
  return (
    <div id={id} className="menu name-list" role="listbox" aria-label={t('names')}>
      {names.map(({ key, kind, label, bodyCode, bodyName, colour, mark }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above it
        <div
          key={key}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          className="menu-item"
          data-focused={index === chosen || undefined}
          onMouseDown={event => event.preventDefault()}
          onClick={() => onTake(mark)}
        >
          {bodyCode && <SectorChip code={bodyCode} name={bodyName} colour={colour} />}
          <span className="grow">{label}</span>
          <small>{t(`kinds.${kind}`)}</small>
        </div>
      ))}
    </div>
  )
}
