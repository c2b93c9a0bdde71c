import type { ActionFunctionArgs } from '@remix-run/node'
import { answerForm } from '#app/answer-form.server'
import { requireActor } from '#app/session.server'
import { reportProgressInput } from '#server/measures/progress.shared'
import { reportProgress } from '#server/measures/report-progress'
import { closeRound } from '#server/rounds/close-round'
import { remindOwners } from '#server/rounds/remind-owners'
import { closeRoundInput, remindOwnersInput } from '#server/rounds/round.shared'

/** What the forms of a round do, by their `intent`. */
export async function actOnRound({ request, context, params }: ActionFunctionArgs) {
  const asked = { request, context }
  const actor = await requireActor(asked)
  const form = await request.formData()
  const work = {
    form,
    page: `/update-rounds/${params.id}`,
    input: { ...Object.fromEntries(form), roundId: params.id },
  }
  switch (form.get('intent')) {
    case 'report-progress':
      return answerForm(asked, {
        form,
        page: work.page,
        schema: reportProgressInput,
        write: async (trx, input) => void (await reportProgress(trx, actor, input)),
      })
    case 'remind-owners':
      return answerForm(asked, {
        ...work,
        schema: remindOwnersInput,
        write: async (trx, input) => void (await remindOwners(trx, actor, input)),
      })
    case 'close-round':
      return answerForm(asked, {
        ...work,
        schema: closeRoundInput,
        write: async (trx, input) => void (await closeRound(trx, actor, input)),
      })
    default:
      throw new Response('invalid', { status: 400 })
  }
}
