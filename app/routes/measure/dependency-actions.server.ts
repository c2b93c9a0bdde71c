import type { ActionFunctionArgs } from '@remix-run/node'
import { answerForm } from '#app/answer-form.server'
import type { Actor } from '#server/auth/actor.shared'
import { addDependency } from '#server/dependencies/add-dependency'
import { addDependencyInput, removeDependencyInput } from '#server/dependencies/dependency.shared'
import { removeDependency } from '#server/dependencies/remove-dependency'

/**
 * What the forms about dependencies do, by their `intent`.
 * @returns undefined for another intent
 */
export function actOnDependency({ request, context, params }: ActionFunctionArgs, actor: Actor, form: FormData) {
  const asked = { request, context }
  const work = { form, page: `/measures/${params.id}?edit=dependencies` }
  switch (form.get('intent')) {
    case 'add-dependency': {
      // The form says it as a sentence about this measure: 'blocks.in' is to wait for the other.
      const [kind, direction] = String(form.get('relation')).split('.')
      const ends = [params.id, form.get('otherId')]
      const [fromId, toId] = direction === 'in' ? ends.reverse() : ends
      return answerForm(asked, {
        ...work,
        schema: addDependencyInput,
        input: { fromId, toId, kind, note: form.get('note') ?? '' },
        write: async (trx, input) => void (await addDependency(trx, actor, input)),
      })
    }
    case 'remove-dependency':
      return answerForm(asked, {
        ...work,
        schema: removeDependencyInput,
        write: async (trx, input) => void (await removeDependency(trx, actor, input)),
      })
  }
}
