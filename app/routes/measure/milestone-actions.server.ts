import type { ActionFunctionArgs } from '@remix-run/node'
import { answerForm } from '#app/answer-form.server'
import type { Actor } from '#server/auth/actor.shared'
import { addMilestone } from '#server/measures/add-milestone'
import { changeMilestone } from '#server/measures/change-milestone'
import { dropMilestone, resumeMilestone } from '#server/measures/drop-milestone'
import {
  addMilestoneInput,
  changeMilestoneInput,
  dropMilestoneInput,
  resumeMilestoneInput,
} from '#server/measures/milestone.shared'
import { changesOf } from './changes-of'

/**
 * What the forms about milestones do, by their `intent`.
 * @returns undefined for another intent
 */
export function actOnMilestone({ request, context, params }: ActionFunctionArgs, actor: Actor, form: FormData) {
  const asked = { request, context }
  const work = { form, page: `/measures/${params.id}` }
  switch (form.get('intent')) {
    case 'add-milestone':
      return answerForm(asked, {
        ...work,
        schema: addMilestoneInput,
        input: { ...Object.fromEntries(form), measureId: params.id },
        write: async (trx, input) => void (await addMilestone(trx, actor, input)),
      })
    case 'change-milestone': {
      const changes = changesOf(form)
      return answerForm(asked, {
        ...work,
        schema: changeMilestoneInput,
        input: { milestoneId: form.get('milestoneId'), reason: form.get('reason'), changes },
        fieldOf: ([part, index]) => (part === 'changes' ? (changes[Number(index)]?.field ?? '') : String(part)),
        write: async (trx, input) => void (await changeMilestone(trx, actor, input)),
      })
    }
    case 'drop-milestone':
      return answerForm(asked, {
        ...work,
        schema: dropMilestoneInput,
        write: async (trx, input) => void (await dropMilestone(trx, actor, input)),
      })
    case 'resume-milestone':
      return answerForm(asked, {
        ...work,
        schema: resumeMilestoneInput,
        write: async (trx, input) => void (await resumeMilestone(trx, actor, input)),
      })
  }
}
