import type { ActionFunctionArgs } from '@remix-run/node'
import { answerForm } from '#app/answer-form.server'
import { requireActor } from '#app/session.server'
import { acceptResponsibility } from '#server/measures/accept-responsibility'
import { changeMeasure } from '#server/measures/change-measure'
import { changeResponsiblePerson } from '#server/measures/change-responsible-person'
import { endResponsibility } from '#server/measures/end-responsibility'
import { handBackResponsibility } from '#server/measures/hand-back-responsibility'
import { changeMeasureInput } from '#server/measures/measure.shared'
import { reportProgressInput } from '#server/measures/progress.shared'
import { proposeResponsibility } from '#server/measures/propose-responsibility'
import { reportProgress } from '#server/measures/report-progress'
import {
  acceptResponsibilityInput,
  changeResponsiblePersonInput,
  endResponsibilityInput,
  handBackResponsibilityInput,
  proposeResponsibilityInput,
  transferResponsibilityInput,
} from '#server/measures/responsibility.shared'
import { transferResponsibility } from '#server/measures/transfer-responsibility'
import { changesOf } from './changes-of'
import { actOnDependency } from './dependency-actions.server'
import { actOnDiscussion } from './discussion-actions.server'
import { actOnEvidence } from './evidence-actions.server'
import { actOnMilestone } from './milestone-actions.server'
import { isTooLarge, refuseUpload } from './upload.server'

/** What the forms of a measure do, by their `intent`. */
export async function actOnMeasure(args: ActionFunctionArgs) {
  const { request, context, params } = args
  const asked = { request, context }
  const actor = await requireActor(asked)
  if (isTooLarge(request)) return refuseUpload(asked)
  const form = await request.formData()
  const work = { form, page: `/measures/${params.id}` }
  switch (form.get('intent')) {
    case 'change-measure': {
      const input = { measureId: params.id, changes: changesOf(form) }
      return answerForm(asked, {
        ...work,
        schema: changeMeasureInput,
        input,
        fieldOf: ([, index]) => input.changes[Number(index)]?.field ?? '',
        write: async (trx, input) => void (await changeMeasure(trx, actor, input)),
      })
    }
    case 'propose-responsibility':
      return answerForm(asked, {
        ...work,
        schema: proposeResponsibilityInput,
        input: { ...Object.fromEntries(form), measureId: params.id },
        write: async (trx, input) => void (await proposeResponsibility(trx, actor, input)),
      })
    case 'accept-responsibility':
      return answerForm(asked, {
        ...work,
        schema: acceptResponsibilityInput,
        write: async (trx, input) => void (await acceptResponsibility(trx, actor, input)),
      })
    case 'hand-back-responsibility':
      return answerForm(asked, {
        ...work,
        schema: handBackResponsibilityInput,
        write: async (trx, input) => void (await handBackResponsibility(trx, actor, input)),
      })
    case 'end-responsibility':
      return answerForm(asked, {
        ...work,
        schema: endResponsibilityInput,
        write: async (trx, input) => void (await endResponsibility(trx, actor, input)),
      })
    case 'transfer-responsibility':
      return answerForm(asked, {
        ...work,
        schema: transferResponsibilityInput,
        write: async (trx, input) => void (await transferResponsibility(trx, actor, input)),
      })
    case 'change-responsible-person':
      return answerForm(asked, {
        ...work,
        schema: changeResponsiblePersonInput,
        write: async (trx, input) => void (await changeResponsiblePerson(trx, actor, input)),
      })
    case 'report-progress':
      return answerForm(asked, {
        ...work,
        page: `${work.page}#progress`,
        schema: reportProgressInput,
        input: { ...Object.fromEntries(form), measureId: params.id },
        write: async (trx, input) => void (await reportProgress(trx, actor, input)),
      })
    default: {
      const answer =
        actOnMilestone(args, actor, form) ??
        actOnDependency(args, actor, form) ??
        actOnEvidence(args, actor, form) ??
        actOnDiscussion(args, actor, form)
      if (!answer) throw new Response('invalid', { status: 400 })
      return answer
    }
  }
}
