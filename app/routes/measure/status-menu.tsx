import { Check, ChevronDown } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import { MeasureStatus } from '#app/components/measure-status'
import { useToast } from '#app/components/toast'
import { useClosing } from '#app/components/use-closing'
import { useFormReply } from '#app/use-form-reply'
import { measureStatuses, type MeasureStatus as Status } from '#server/measures/measure.shared'

/** How far a measure is, changed with one choice, which can be undone. */
export function StatusMenu({ measure }: { measure: { id: string; status: Status } }) {
  const { t } = useTranslation(['measures', 'common'])
  const menu = useRef<HTMLDetailsElement>(null)
  const toast = useToast()
  useClosing(menu)
  const { Form, formProps, submit, reply, errors } = useFormReply('change-measure', {
    isMine: values => 'before.status' in values,
  })
  const action = `/measures/${measure.id}`

  // biome-ignore lint/correctness/useExhaustiveDependencies: said once for each answer, in the words of that moment
  useEffect(() => {
    const { status, 'before.status': before } = reply?.values ?? {}
    if (!reply?.ok || !status || !before || reply.values.undo) return
    toast(t('measure.statusChanged', { status: t(`common:measureStatuses.${status as Status}`) }), {
      label: t('common:undo'),
      onAction: () =>
        submit(
          { intent: 'change-measure', status: before, 'before.status': status, undo: '1' },
          { method: 'post', action },
        ),
    })
  }, [reply])

  return (
    <details className="status-menu" ref={menu}>
      <summary>
        <span className="sr-only">{t('measure.editField', { field: t('columns.status').toLowerCase() })}: </span>
        <MeasureStatus status={measure.status} />
        <Icon of={ChevronDown} size="small" />
      </summary>
      <Form
        {...formProps}
        action={action}
        className="menu"
        onSubmit={event => {
          formProps.onSubmit(event)
          menu.current?.removeAttribute('open')
          menu.current?.querySelector('summary')?.focus()
        }}
      >
        <input type="hidden" name="intent" value="change-measure" />
        <input type="hidden" name="before.status" value={measure.status} />
        {measureStatuses.map(status => (
          <button
            key={status}
            type="submit"
            name="status"
            value={status}
            className="menu-item"
            aria-current={status === measure.status ? 'true' : undefined}
          >
            <MeasureStatus status={status} />
            {status === measure.status && <Icon of={Check} size="small" />}
          </button>
        ))}
      </Form>
      {(errors.status ?? errors['']) && (
        <p className="field-error" role="alert">
          {errors.status ?? errors['']}
        </p>
      )}
    </details>
  )
}
