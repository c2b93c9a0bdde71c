import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { answerForm } from '#app/answer-form.server'
import { requireActor } from '#app/session.server'
import { changeView, deleteView } from '#server/measures/change-view'
import { saveView } from '#server/measures/save-view'
import { changeViewInput, deleteViewInput, saveViewInput } from '#server/measures/saved-view.shared'

/** Whoever follows a link here wants the plan. */
export const loader = () => redirect('/measures')

/** What the forms of the saved views do, by their `intent`. */
export async function action({ request, context }: ActionFunctionArgs) {
  const asked = { request, context }
  const actor = await requireActor(asked)
  const form = await request.formData()
  const back = String(form.get('back') ?? '')
  // Back to the view that it was sent from, never to another site.
  const work = { form, page: /^\/measures[/?]?/.test(back) ? back : '/measures' }
  switch (form.get('intent')) {
    case 'save-view':
      return answerForm(asked, {
        ...work,
        schema: saveViewInput,
        write: async (trx, input) => void (await saveView(trx, actor, input)),
      })
    case 'change-view':
      return answerForm(asked, {
        ...work,
        schema: changeViewInput,
        write: async (trx, input) => void (await changeView(trx, actor, input)),
      })
    case 'delete-view':
      return answerForm(asked, {
        ...work,
        schema: deleteViewInput,
        write: async (trx, input) => void (await deleteView(trx, actor, input)),
      })
    default:
      throw new Response('invalid', { status: 400 })
  }
}
