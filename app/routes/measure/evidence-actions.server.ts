import type { ActionFunctionArgs } from '@remix-run/node'
import { answerForm } from '#app/answer-form.server'
import type { Actor } from '#server/auth/actor.shared'
import { addEvidenceFile, addEvidenceLink } from '#server/measures/add-evidence'
import { addEvidenceFileInput, addEvidenceLinkInput, removeEvidenceInput } from '#server/measures/evidence.shared'
import { reviewMeasureInput } from '#server/measures/measure.shared'
import { removeEvidence } from '#server/measures/remove-evidence'
import { reviewMeasure } from '#server/measures/review-measure'
import { readUpload } from './upload.server'

/**
 * What the forms do that say that a measure still holds, and what proves it, by their `intent`.
 * @returns undefined for another intent
 */
export function actOnEvidence({ request, context, params }: ActionFunctionArgs, actor: Actor, form: FormData) {
  const asked = { request, context }
  const work = { form, page: `/measures/${params.id}`, input: { ...Object.fromEntries(form), measureId: params.id } }
  switch (form.get('intent')) {
    case 'review-measure':
      return answerForm(asked, {
        ...work,
        schema: reviewMeasureInput,
        write: async (trx, input) => void (await reviewMeasure(trx, actor, input)),
      })
    case 'add-evidence-link':
      return answerForm(asked, {
        ...work,
        schema: addEvidenceLinkInput,
        write: async (trx, input) => void (await addEvidenceLink(trx, actor, input)),
      })
    case 'add-evidence-file':
      return readUpload(form).then(file =>
        answerForm(asked, {
          ...work,
          schema: addEvidenceFileInput,
          input: { ...file, measureId: params.id },
          write: async (trx, input) => void (await addEvidenceFile(trx, actor, input)),
        }),
      )
    case 'remove-evidence':
      return answerForm(asked, {
        ...work,
        schema: removeEvidenceInput,
        write: async (trx, input) => void (await removeEvidence(trx, actor, input)),
      })
  }
}
