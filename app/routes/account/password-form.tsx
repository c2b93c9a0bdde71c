import { type SubmissionResult, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Note } from '#app/components/note'
import { PasswordInput } from '#app/components/password-input'
import { useReason } from '#app/i18n/use-reason'
import { passwordInput } from '#server/auth/account.shared'
import { minPasswordLength } from '#server/auth/credentials.shared'

interface Props {
  /** whose password: for the browser's keychain */
  email: string
  lastResult: SubmissionResult | undefined
  isSaved: boolean
}

export function PasswordForm({ email, lastResult, isSaved }: Props) {
  const { t } = useTranslation('auth')
  const reason = useReason()
  const [form, { currentPassword, newPassword }] = useForm({
    id: 'password',
    lastResult,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: passwordInput }),
    shouldRevalidate: 'onInput',
  })
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="py-3">
      <input type="hidden" name="intent" value="password" />
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordInput
        id="currentPassword"
        name="currentPassword"
        autoComplete="current-password"
        required
        label={t('account.currentPassword')}
        error={reason(currentPassword.errors)}
      />
      <PasswordInput
        id="newPassword"
        name="newPassword"
        autoComplete="new-password"
        required
        label={t('account.newPassword')}
        hint={t('password.rule', { count: minPasswordLength })}
        error={reason(newPassword.errors)}
      />
      <Button type="submit" className="mt-4">
        {t('account.changePassword')}
      </Button>
      {isSaved && (
        <Note tone="ok" role="status" className="mt-3">
          {t('account.passwordSaved')}
        </Note>
      )}
    </Form>
  )
}
