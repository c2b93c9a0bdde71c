import { FilePlus2, Link2 } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Icon } from '#app/components/icon'
import { Note } from '#app/components/note'
import { TextInput } from '#app/components/text-input'
import { useFormat } from '#app/i18n/use-format'
import { useFormReply } from '#app/use-form-reply'
import { EVIDENCE_FILE_LIMIT, evidenceTypes } from '#server/measures/evidence.shared'

const accepted = [...Object.values(evidenceTypes), 'jpeg'].map(extension => `.${extension}`).join(',')

/** Puts a link beside the measure. */
export function AddLinkForm({ measureId }: { measureId: string }) {
  const { t } = useTranslation('facts')
  const place = useRef<HTMLDetailsElement>(null)
  const { Form, formProps, errors, values, isBusy } = useFormReply('add-evidence-link', {
    onDone: () => close(place.current),
  })
  return (
    <details className="answer" ref={place} open={Object.keys(errors).length > 0 || undefined}>
      <summary className="button small">
        <Icon of={Link2} />
        {t('evidence.addLink')}
      </summary>
      <Form {...formProps} action={`/measures/${measureId}`} className="panel">
        <input type="hidden" name="intent" value="add-evidence-link" />
        <FormError>{errors['']}</FormError>
        <TextInput
          name="url"
          type="url"
          label={t('evidence.url')}
          hint={t('evidence.urlHint')}
          defaultValue={values.url}
          error={errors.url}
          maxLength={2000}
          required
        />
        <About errors={errors} values={values} />
        <Button type="submit" small variant="primary" className="mt-4">
          {isBusy ? t('evidence.saving') : t('evidence.saveLink')}
        </Button>
      </Form>
    </details>
  )
}

/** Keeps a file beside the measure. What is too large is said before it is sent. */
export function AddFileForm({ measureId }: { measureId: string }) {
  const { t } = useTranslation(['facts', 'errors'])
  const format = useFormat()
  const place = useRef<HTMLDetailsElement>(null)
  const [isTooLarge, setTooLarge] = useState(false)
  const { Form, formProps, errors, values, isBusy } = useFormReply('add-evidence-file', {
    onDone: () => close(place.current),
  })
  return (
    <details className="answer" ref={place} open={Object.keys(errors).length > 0 || undefined}>
      <summary className="button small">
        <Icon of={FilePlus2} />
        {t('evidence.addFile')}
      </summary>
      <Form
        {...formProps}
        action={`/measures/${measureId}`}
        encType="multipart/form-data"
        className="panel"
        onSubmit={event => {
          if (isTooLarge) event.preventDefault()
          else formProps.onSubmit(event)
        }}
      >
        <input type="hidden" name="intent" value="add-evidence-file" />
        <FormError>{errors['']}</FormError>
        <TextInput
          name="content"
          type="file"
          className="file"
          label={t('evidence.file')}
          hint={t('evidence.fileHint', { size: format.fileSize(EVIDENCE_FILE_LIMIT) })}
          error={isTooLarge ? t('errors:file-too-large') : (errors.content ?? errors.fileName)}
          accept={accepted}
          onChange={event => setTooLarge((event.target.files?.[0]?.size ?? 0) > EVIDENCE_FILE_LIMIT)}
          required
        />
        <About errors={errors} values={values} />
        <Button type="submit" small variant="primary" className="mt-4">
          {isBusy ? t('evidence.saving') : t('evidence.saveFile')}
        </Button>
      </Form>
    </details>
  )
}

type Texts = Record<string, string>

/** What it is called, and what it shows. */
function About({ errors, values }: { errors: Texts; values: Texts }) {
  const { t } = useTranslation('facts')
  return (
    <>
      <TextInput
        name="name"
        label={t('evidence.name')}
        defaultValue={values.name}
        error={errors.name}
        maxLength={200}
        optional
      />
      <TextInput
        name="description"
        label={t('evidence.description')}
        defaultValue={values.description}
        error={errors.description}
        maxLength={500}
        optional
      />
    </>
  )
}

function FormError({ children }: { children: ReactNode }) {
  if (!children) return null
  return (
    <Note tone="bad" role="alert" className="mb-3">
      {children}
    </Note>
  )
}

function close(place: HTMLDetailsElement | null) {
  place?.querySelector('form')?.reset()
  place?.removeAttribute('open')
  place?.querySelector('summary')?.focus()
}
