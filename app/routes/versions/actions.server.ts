import type { ActionFunctionArgs } from '@remix-run/node'
import { answerForm } from '#app/answer-form.server'
import { orResponse } from '#app/domain-response.server'
import { requireActor } from '#app/session.server'
import { nameVersion } from '#server/documents/name-version'
import { restoreVersion } from '#server/documents/restore-version'
import { nameVersionInput, restoreVersionInput } from '#server/documents/version.shared'
import { readMeasure } from '#server/measures/read-measure'

/** What the forms of the versions do, by their `intent`. */
export async function actOnVersions({ request, context, params }: ActionFunctionArgs) {
  const asked = { request, context }
  const actor = await requireActor(asked)
  const { documentId } = await orResponse(readMeasure(context.db, actor, params.id ?? ''))
  const form = await request.formData()
  const page = `/measures/${params.id}/versions`
  const work = { form, page, input: { ...Object.fromEntries(form), documentId } }
  switch (form.get('intent')) {
    case 'name-version':
      return answerForm(asked, {
        ...work,
        schema: nameVersionInput,
        write: async (trx, input) => void (await nameVersion(trx, actor, input)),
      })
    case 'restore-version':
      return answerForm(asked, {
        ...work,
        schema: restoreVersionInput,
        write: async (trx, input) => {
          const before = await restoreVersion(trx, actor, input)
          return `${page}?from=${before.number}&to=now&restored=${input.number}`
        },
      })
    default:
      throw new Response('invalid', { status: 400 })
  }
}
