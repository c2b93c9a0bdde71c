import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/components/button'
import { Note } from '#app/components/note'
import { TextArea } from '#app/components/text-area'
import { TextInput } from '#app/components/text-input'
import { useFormat } from '#app/i18n/use-format'
import { useFormReply } from '#app/use-form-reply'
import type { MilestoneOnMeasure } from '#server/measures/milestone.shared'
import { writePartialDate } from '#server/measures/partial-date.shared'
import { DropMilestone } from './drop-milestone'

const fields = ['label', 'plannedFor', 'reachedOn'] as const

/** What a milestone is, when it is planned and when it was reached. Where somebody else changed that meanwhile, both are there. */
export function ChangeMilestone({
  measureId,
  milestone,
  onClose,
}: {
  measureId: string
  milestone: MilestoneOnMeasure
  onClose: () => void
}) {
  const { t } = useTranslation(['milestones', 'common'])
  const { today } = useFormat()
  const { id, state } = milestone
  const { Form, formProps, reply, errors, values } = useFormReply('change-milestone', {
    isMine: values => values.milestoneId === id,
    onDone: onClose,
  })
  const stored = {
    label: milestone.label,
    plannedFor: writePartialDate(milestone.plannedFor),
    reachedOn: writePartialDate(milestone.reachedOn),
  }
  const [before] = useState(() => ({ ...stored, ...beforeOf(values) }))
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input:not([type=hidden])')?.focus(), [])

  const page = `/measures/${measureId}`
  const isOvertaken = reply?.reason === 'changed-meanwhile'
  const shown = state === 'dropped' ? (['label', 'plannedFor'] as const) : fields
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
  }
  return (
    <div className="milestone-form panel">
      <Form {...formProps} ref={form} action={`${page}?edit=milestone-${id}`} onKeyDown={onKeyDown}>
        <input type="hidden" name="intent" value="change-milestone" />
        <input type="hidden" name="milestoneId" value={id} />
        {errors[''] && (
          <Note tone="bad" role="alert">
            {errors['']}
          </Note>
        )}
        {shown.map(name => {
          const wasOvertaken = isOvertaken && errors[name] !== undefined
          const overtaken = stored[name] ? t('overtaken', { value: stored[name] }) : t('emptied')
          return (
            <div key={name} className="field">
              <input type="hidden" name={`before.${name}`} value={wasOvertaken ? stored[name] : before[name]} />
              <TextInput
                name={name}
                label={t(name)}
                hint={name === 'plannedFor' ? t('whenHint') : undefined}
                defaultValue={values[name] ?? before[name]}
                error={wasOvertaken ? overtaken : errors[name]}
                maxLength={name === 'label' ? 200 : 20}
                optional={name === 'reachedOn'}
                placeholder={name === 'reachedOn' ? writePartialDate(today) : undefined}
              />
            </div>
          )
        })}
        {before.plannedFor && (
          <TextArea
            name="reason"
            label={t('reason')}
            hint={t('reasonHint')}
            defaultValue={values.reason}
            error={errors.reason}
            maxLength={1000}
            rows={2}
            optional
          />
        )}
        <div className="row mt-3">
          <Button type="submit" variant="primary" small>
            {isOvertaken ? t('saveMine') : t('save')}
          </Button>
          <LinkButton
            to={page}
            variant="ghost"
            small
            onClick={event => {
              event.preventDefault()
              onClose()
            }}
          >
            {t('common:cancel')}
          </LinkButton>
        </div>
      </Form>
      {state !== 'reached' && <DropMilestone measureId={measureId} milestone={milestone} onDone={onClose} />}
    </div>
  )
}

/** What a form that came back says its fields were when the change began. */
const beforeOf = (values: Record<string, string>) =>
  Object.fromEntries(
    fields.flatMap(name => {
      const value = values[`before.${name}`]
      return value === undefined ? [] : [[name, value]]
    }),
  )
