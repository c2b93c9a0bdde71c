import './progress.css'
import { LifeBuoy, type LucideIcon, ShieldCheck, Target, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Confidence as Step } from '#server/measures/progress.shared'
import { Icon } from './icon'

export const confidenceIcons: Record<Step, LucideIcon> = {
  safe: ShieldCheck,
  reachable: Target,
  'needs-support': LifeBuoy,
  compromised: TriangleAlert,
}

/** How sure it is that the aim is reached: a drawing of its own and a word. */
export function Confidence({ confidence }: { confidence: Step }) {
  const { t } = useTranslation('progress')
  return (
    <span className={`confidence ${confidence}`}>
      <Icon of={confidenceIcons[confidence]} />
      {t(`confidences.${confidence}`)}
    </span>
  )
}
