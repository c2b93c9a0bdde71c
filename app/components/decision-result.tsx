import { Check, CheckCheck, Clock, Eye, type LucideIcon, Megaphone, Undo2, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DecisionResult as Result } from '#server/decisions/decision.shared'
import { Pill, type Tone } from './pill'

const looks: Record<Result, { tone: Tone; icon: LucideIcon }> = {
  approved: { tone: 'ok', icon: Check },
  'approved-with-changes': { tone: 'ok', icon: CheckCheck },
  advice: { tone: 'info', icon: Megaphone },
  postponed: { tone: 'warn', icon: Clock },
  noted: { tone: 'line', icon: Eye },
  withdrawn: { tone: 'line', icon: Undo2 },
  rejected: { tone: 'bad', icon: X },
}

/** What a decision came to: a word, with a drawing. */
export function DecisionResult({ result }: { result: Result }) {
  const { t } = useTranslation('decisions')
  return <Pill {...looks[result]}>{t(`results.${result}`)}</Pill>
}
