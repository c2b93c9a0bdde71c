import { useTranslation } from 'react-i18next'
import type { ActionState } from '#server/actions/action.shared'
import { registerNumber } from '#server/decisions/decision.shared'
import type { EffectKind, EffectState } from '#server/decisions/effect.shared'
import type { Proposal } from '#server/discussions/discussion.shared'

/** Whatever a condition can be pointed at, in a line of bare words. */
export function useAnswerWords() {
  const { t } = useTranslation(['positions', 'actions'])
  return {
    thread({ quote, proposal }: { quote: string; proposal: Proposal['state'] | null }) {
      if (!quote) return t('conditions.threadWhole')
      return proposal ? t(`conditions.proposals.${proposal}`, { quote }) : t('conditions.threadAbout', { quote })
    },
    effect({ kind, state, decision }: { kind: EffectKind; state: EffectState; decision: Numbered }) {
      const words = { kind: t(`actions:effects.kinds.${kind}`), state: t(`actions:effects.states.${state}`) }
      return t('conditions.effectOf', { number: registerNumber(decision), ...words })
    },
    action({ title, bodyCode, state }: { title: string; bodyCode: string; state: ActionState }) {
      return t('conditions.actionOf', { title, code: bodyCode, state: t(`actions:states.${state}`) })
    },
  }
}

type Numbered = { year: number; number: number }
