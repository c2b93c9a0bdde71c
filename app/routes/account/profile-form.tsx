import { type SubmissionResult, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Note } from '#app/components/note'
import { TextInput } from '#app/components/text-input'
import { useReason } from '#app/i18n/use-reason'
import { profileInput } from '#server/auth/account.shared'
import type { Actor } from '#server/auth/actor.shared'

interface Props {
  actor: Pick<Actor, 'name' | 'email'>
  lastResult: SubmissionResult | undefined
  isSaved: boolean
}

export function ProfileForm({ actor, lastResult, isSaved }: Props) {
  const { t } = useTranslation('auth')
  const reason = useReason()
  const [form, { name, email }] = useForm({
    id: 'profile',
    defaultValue: { name: actor.name, email: actor.email },
    lastResult,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: profileInput }),
    shouldRevalidate: 'onInput',
  })
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="py-3">
      <input type="hidden" name="intent" value="profile" />
      <TextInput
        id="name"
        name="name"
        autoComplete="name"
        required
        label={t('name')}
        defaultValue={name.initialValue}
        error={reason(name.errors)}
      />
      <TextInput
        id="email"
        name="email"
        type="email"
        autoComplete="email"
        required
        label={t('email')}
        hint={t('account.emailHint')}
        defaultValue={email.initialValue}
        error={reason(email.errors)}
      />
      <Button type="submit" className="mt-4">
        {t('account.saveProfile')}
      </Button>
      {isSaved && (
        <Note tone="ok" role="status" className="mt-3">
          {t('account.profileSaved')}
        </Note>
      )}
    </Form>
  )
}
