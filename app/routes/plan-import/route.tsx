import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  unstable_createMemoryUploadHandler as memoryUploadHandler,
  unstable_parseMultipartFormData as parseMultipartFormData,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Field } from '#app/components/field'
import { PageHeader } from '#app/components/page-header'
import { statusOf } from '#app/domain-response.server'
import { errorText } from '#app/i18n/error-text'
import { readLocale } from '#app/i18n/locale.server'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { translator } from '#app/i18n/translator'
import { requireActor } from '#app/session.server'
import { asDomainError, DomainError } from '#server/errors'
import { IMPORT_FILE_LIMIT } from '#server/imports/import.shared'
import { mayImportPlan } from '#server/imports/import-access.shared'
import { storeUpload } from '#server/imports/import-store'
import { readUpload } from '#server/imports/read-upload'
import { readPlan } from '#server/plans/plan-queries'
import { importVocabulary } from './import-words.server'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(translator(metaLocale(matches), 'exchange')('import.title'))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  if (!mayImportPlan(actor)) throw new Response('forbidden', { status: 403 })
  if (!(await readPlan(context.db, actor))) throw redirect('/measures')
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context })
  if (!mayImportPlan(actor)) throw new Response('forbidden', { status: 403 })
  try {
    const file = await readFile(request)
    const content = Buffer.from(await file.arrayBuffer())
    const sheets = await readUpload(content)
    const upload = { fileName: file.name, content, sheets, vocabulary: importVocabulary() }
    const id = await context.db.transaction().execute(trx => storeUpload(trx, actor, upload))
    return redirect(`/measures/import/${id}`)
  } catch (error) {
    const expected = asDomainError(error)
    if (!expected) throw error
    const text = errorText(await readLocale({ request, context }), expected)
    return data({ error: text }, { status: statusOf(expected.code) })
  }
}

/** Reads no more than a file may hold, whatever is sent. */
async function readFile(request: Request): Promise<File> {
  const tooLarge = new DomainError('too-large', 'import-too-large', 'file')
  if (Number(request.headers.get('Content-Length') ?? 0) > IMPORT_FILE_LIMIT + 100_000) throw tooLarge
  const handler = memoryUploadHandler({ maxPartSize: IMPORT_FILE_LIMIT })
  const form = await parseMultipartFormData(request, handler).catch((error: Error) => {
    throw /size/i.test(error.name + error.message) ? tooLarge : new DomainError('invalid', 'file-missing', 'file')
  })
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) throw new DomainError('invalid', 'file-missing', 'file')
  return file
}

/** The first step: which file. */
export default function PlanImportPage() {
  const { t } = useTranslation(['exchange', 'plan'])
  const answer = useActionData<typeof action>()
  const isBusy = useNavigation().state !== 'idle'
  return (
    <div className="narrow">
      <PageHeader
        title={t('import.title')}
        subtitle={t('import.intro')}
        crumbs={[{ to: '/measures', label: t('plan:title') }]}
      />
      <Form method="post" encType="multipart/form-data">
        <Field label={t('import.file')} hint={t('import.fileHint')} error={answer?.error}>
          {control => (
            <input className="input" type="file" name="file" required accept=".xlsx,.csv,.txt,.docx" {...control} />
          )}
        </Field>
        <Button type="submit" variant="primary" className="mt-6" disabled={isBusy}>
          {t('import.upload')}
        </Button>
      </Form>
    </div>
  )
}
