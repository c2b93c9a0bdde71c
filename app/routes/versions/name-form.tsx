import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { TextInput } from '#app/components/text-input'
import { useToast } from '#app/components/toast'
import { useFormReply } from '#app/use-form-reply'

/** Makes a version of the text as it is now. */
export function NameForm({ measureId }: { measureId: string }) {
  const { t } = useTranslation('versions')
  const toast = useToast()
  const form = useRef<HTMLFormElement>(null)
  const { Form, formProps, reply, errors, values } = useFormReply('name-version', {
    onDone: () => {
      toast(t('name.done', { name: values.name }))
      form.current?.reset()
    },
  })
  return (
    <Form {...formProps} ref={form} action={`/measures/${measureId}/versions`} className="name-version">
      <input type="hidden" name="intent" value="name-version" />
      <TextInput
        name="name"
        label={t('name.label')}
        hint={t('name.hint')}
        defaultValue={reply?.ok ? '' : values.name}
        error={errors.name ?? errors['']}
        maxLength={120}
        required
        autoComplete="off"
        fieldClassName="field grow"
      />
      <Button type="submit">{t('name.submit')}</Button>
    </Form>
  )
}
