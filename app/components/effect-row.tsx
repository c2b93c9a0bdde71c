import './follow-up.css'
import { Check, Circle, CircleDashed, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format'
import { useReason } from '#app/i18n/use-reason'
import { useFormReply } from '#app/use-form-reply'
import type { Effect } from '#server/decisions/effect.shared'
import { Button } from './button'
import { EffectText } from './effect-text'
import { Icon } from './icon'
import { LineForm } from './line-form'
import { DemoMark } from './provenance'
import { ServedConditions } from './served-conditions'

const marks = { 'to-apply': Circle, asked: CircleDashed, applied: Check, dropped: X }

/** What the reader may do with effects. */
export interface EffectRights {
  apply: boolean
  drop: boolean
}

/**
 * An effect as a row: what it changes, whether that was done and by whom, and why not.
 * @param origin what it follows from, where the page does not say so
 */
export function EffectRow({ effect, can, origin }: { effect: Effect; can: EffectRights; origin?: ReactNode }) {
  const { t } = useTranslation('actions')
  const format = useFormat()
  const { state, isOverdue, dueOn, steps } = effect
  const settled = steps.findLast(({ step }) => step === 'applied')
  return (
    <li className="follow-row" data-effect-state={state}>
      <span className={`mark ${state}`}>
        <Icon of={marks[state]} />
      </span>
      <div className="what">
        <p>
          <EffectText effect={effect} /> <DemoMark isDemo={effect.isDemo} />
        </p>
        {origin && <p className="detail">{origin}</p>}
        <ServedConditions conditions={effect.serves} />
        <WhyNot effect={effect} />
        {can.apply && state === 'to-apply' && <ApplyForm effect={effect} canDrop={can.drop} />}
        {can.drop && state === 'asked' && <DropForm effect={effect} />}
      </div>
      <p className={isOverdue ? 'state text-warn' : 'state'}>
        {t(`effects.states.${isOverdue && state === 'to-apply' ? 'overdue' : state}`)}
        {settled && (
          <small>{t('effects.appliedBy', { code: settled.byCode ?? '', date: format.date(settled.at) })}</small>
        )}
        {!settled && dueOn && state !== 'dropped' && <small>{t('effects.dueOn', { date: format.date(dueOn) })}</small>}
      </p>
    </li>
  )
}

/** Why it could not be applied the last time, or will not be. */
function WhyNot({ effect: { state, steps } }: { effect: Effect }) {
  const { t } = useTranslation('actions')
  const reason = useReason()
  const format = useFormat()
  const last = steps.at(-1)
  if (!last?.reason || (state !== 'to-apply' && state !== 'dropped')) return null
  const date = format.date(last.at)
  if (state === 'dropped') return <p className="detail">{t('effects.droppedBecause', { date, reason: last.reason })}</p>
  return (
    <p className="detail text-warn" role="status">
      <Icon of={TriangleAlert} size="small" /> {t('effects.refused', { date, reason: reason([last.reason]) })}
    </p>
  )
}

function ApplyForm({ effect, canDrop }: { effect: Effect; canDrop: boolean }) {
  const { t } = useTranslation('actions')
  const { Form, formProps, isBusy, errors } = useFormReply('apply-effect', {
    isMine: values => values.effectId === effect.id,
  })
  const isQuestion = effect.kind === 'set-lead' || effect.kind === 'ask-body'
  return (
    <div className="follow-forms">
      <Form {...formProps} action={`/decisions/${effect.decisionId}`}>
        <input type="hidden" name="intent" value="apply-effect" />
        <input type="hidden" name="effectId" value={effect.id} />
        {effect.kind.startsWith('set-') && effect.kind !== 'set-wording' && (
          <input type="hidden" name="seen" value={effect.now ?? ''} />
        )}
        <Button type="submit" small aria-disabled={isBusy}>
          {t(isQuestion ? 'effects.ask' : 'effects.apply')}
        </Button>
        {errors[''] && (
          <p className="field-error" role="alert">
            {errors['']}
          </p>
        )}
      </Form>
      {canDrop && <DropForm effect={effect} />}
    </div>
  )
}

function DropForm({ effect }: { effect: Effect }) {
  const { t } = useTranslation('actions')
  return (
    <LineForm
      intent="drop-effect"
      action={`/decisions/${effect.decisionId}`}
      id={{ name: 'effectId', value: effect.id }}
      line="reason"
      words={{ open: t('effects.drop'), label: t('effects.dropWhy'), submit: t('effects.dropNow') }}
    />
  )
}
