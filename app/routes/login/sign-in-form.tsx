import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form, useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Note } from '#app/components/note'
import { PasswordInput } from '#app/components/password-input'
import { TextInput } from '#app/components/text-input'
import { useReason } from '#app/i18n/use-reason'
import { signInInput } from '#server/auth/credentials.shared'
import type { action } from './route'

/** E-mail address and password. What was refused stays in the fields, save the password where the page was loaded anew. */
export function SignInForm({ filledIn }: { filledIn: { email: string; password: string } | null }) {
  const { t } = useTranslation('auth')
  const reason = useReason()
  const [form, { email, password }] = useForm({
    id: 'sign-in',
    defaultValue: filledIn,
    lastResult: useActionData<typeof action>(),
    onValidate: ({ formData }) => parseWithZod(formData, { schema: signInInput }),
    shouldRevalidate: 'onInput',
  })
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
      {form.errors && (
        <Note tone="bad" role="alert" className="mb-5">
          {reason(form.errors)}
        </Note>
      )}
      <TextInput
        id="email"
        name="email"
        type="email"
        autoComplete="username"
        required
        label={t('email')}
        defaultValue={email.initialValue}
        error={reason(email.errors)}
      />
      <PasswordInput
        id="password"
        name="password"
        autoComplete="current-password"
        required
        label={t('password.label')}
        defaultValue={password.initialValue}
        error={reason(password.errors)}
      />
      <Button type="submit" variant="primary">
        {t('signIn.submit')}
      </Button>
    </Form>
  )
}
