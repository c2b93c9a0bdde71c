import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form, useActionData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { PasswordInput } from '#app/components/password-input'
import { Select } from '#app/components/select'
import { TextInput } from '#app/components/text-input'
import { useReason } from '#app/i18n/use-reason'
import { minPasswordLength } from '#server/auth/credentials.shared'
import { type SetupState, setupInput } from '#server/auth/setup.shared'
import { NewBodyFields } from './new-body-fields'
import type { action } from './route'

/** Asks who the first coordinator is, and for the group and the body as far as these do not stand yet. */
export function SetupForm({ state }: { state: SetupState }) {
  const { t } = useTranslation('auth')
  const reason = useReason()
  const schema = setupInput(state)
  const [form, fields] = useForm({
    id: 'setup',
    lastResult: useActionData<typeof action>(),
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
    shouldRevalidate: 'onInput',
  })
  const text = (name: 'name' | 'email' | 'groupName') => ({
    id: name,
    name,
    required: true,
    defaultValue: fields[name].initialValue,
    error: reason(fields[name].errors),
  })
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
      <Group title={t('setup.you')}>
        <TextInput label={t('name')} autoComplete="name" {...text('name')} />
        <TextInput label={t('email')} type="email" autoComplete="username" {...text('email')} />
        <PasswordInput
          id="password"
          name="password"
          required
          autoComplete="new-password"
          label={t('password.label')}
          hint={t('password.rule', { count: minPasswordLength })}
          error={reason(fields.password.errors)}
        />
      </Group>
      {!state.group && (
        <Group title={t('setup.group')}>
          <TextInput label={t('setup.groupName')} {...text('groupName')} />
        </Group>
      )}
      <Group title={state.bodies.length > 0 ? t('setup.body') : t('setup.newBody')}>
        {state.bodies.length > 0 ? (
          <Select
            id="bodyId"
            name="bodyId"
            required
            label={t('setup.body')}
            labelHidden
            defaultValue={fields.bodyId.initialValue ?? ''}
            error={reason(fields.bodyId.errors)}
          >
            <option value="">{t('setup.chooseBody')}</option>
            {state.bodies.map(({ id, code, name }) => (
              <option key={id} value={id}>
                {name} ({code})
              </option>
            ))}
          </Select>
        ) : (
          <NewBodyFields sectors={state.sectors} fields={fields} />
        )}
      </Group>
      <Button type="submit" variant="primary">
        {t('setup.submit')}
      </Button>
    </Form>
  )
}

function Group({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="mb-7">
      <legend className="mb-3 text-lg font-semibold">{title}</legend>
      {children}
    </fieldset>
  )
}
