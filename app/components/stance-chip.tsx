import './positions.css'
import {
  Circle,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleMinus,
  CircleOff,
  CircleX,
  History,
  type LucideIcon,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Standing } from '#server/positions/position.shared'
import { classNames } from './class-names'
import { Icon } from './icon'

const icons: Record<Standing, LucideIcon> = {
  agree: CircleCheck,
  'silent-consent': CircleCheck,
  'agree-on-conditions': CircleDot,
  object: CircleX,
  abstain: CircleMinus,
  'no-mandate-yet': CircleDashed,
  silent: CircleOff,
  'not-yet': Circle,
}

/** How a body stands, in a drawing and in words; where the text has changed since, on which version that was. */
export function StanceChip({ standing, staleOn }: { standing: Standing; staleOn?: number | undefined }) {
  const { t } = useTranslation('positions')
  const words = t(`standings.${standing}`)
  return (
    <span className={classNames('stance', standing, staleOn !== undefined && 'stale')}>
      <Icon of={staleOn === undefined ? icons[standing] : History} />
      {staleOn === undefined ? words : t('staleOn', { standing: words, version: staleOn })}
    </span>
  )
}
