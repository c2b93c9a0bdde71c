import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActionInList } from '#server/actions/action.shared'
import { registerNumber } from '#server/decisions/decision.shared'
import type { EffectToApply } from '#server/decisions/effect.shared'
import type { Proposal } from '#server/discussions/discussion.shared'
import { Select } from './select'
import { TextArea } from './text-area'
import { useAnswerWords } from './use-answer-words'

/** What can be pointed at as what meets a condition. */
export interface ConditionChoices {
  decisions: { id: string; year: number; number: number; title: string }[]
  threads: { id: string; quote: string; proposal: Proposal['state'] | null }[]
  effects: Pick<EffectToApply, 'id' | 'kind' | 'state' | 'decision'>[]
  actions: Pick<ActionInList, 'id' | 'title' | 'body' | 'state'>[]
}

interface WhatMeetsItProps {
  choices: ConditionChoices
  errors: Record<string, string>
  values: Record<string, string>
}

/** Fields that say what meets a condition: words of the text, or a record that is about the measure. */
export function WhatMeetsIt({ choices, errors, values }: WhatMeetsItProps) {
  const { t } = useTranslation('positions')
  const words = useAnswerWords()
  const { decisions, threads, effects, actions } = choices
  const field = (name: string, label: string, options: ReactNode[]) =>
    options.length > 0 && (
      <Select name={name} label={label} defaultValue={values[name] ?? ''} error={errors[name]} optional>
        <option value="">{t('conditions.nothingChosen')}</option>
        {options}
      </Select>
    )
  const option = (id: string, label: string) => (
    <option key={id} value={id}>
      {shorten(label)}
    </option>
  )
  return (
    <>
      <TextArea
        name="quote"
        label={t('conditions.quote')}
        hint={t('conditions.quoteHint')}
        defaultValue={values.quote}
        error={errors.quote}
        maxLength={2000}
        rows={2}
        optional
      />
      {field(
        'threadId',
        t('conditions.thread'),
        threads.map(thread => option(thread.id, words.thread(thread))),
      )}
      {field(
        'decisionId',
        t('conditions.decision'),
        decisions.map(decision => option(decision.id, `${registerNumber(decision)} ${decision.title}`)),
      )}
      {field(
        'effectId',
        t('conditions.effect'),
        effects.map(effect => option(effect.id, words.effect(effect))),
      )}
      {field(
        'actionItemId',
        t('conditions.action'),
        actions.map(({ id, title, body, state }) => option(id, words.action({ title, bodyCode: body.code, state }))),
      )}
    </>
  )
}

const shorten = (label: string) => (label.length > 100 ? `${label.slice(0, 95).trimEnd()}…` : label)
