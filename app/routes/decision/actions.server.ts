import { data } from '@remix-run/node'
import { answerForm } from '#app/answer-form.server'
import type { Actor } from '#server/auth/actor.shared'
import type { AppContext } from '#server/context'
import { applyEffect } from '#server/decisions/apply-effect'
import { signErratumInput } from '#server/decisions/decision.shared'
import { dropEffect } from '#server/decisions/drop-effect'
import { applyEffectInput, dropEffectInput } from '#server/decisions/effect.shared'
import { signErratum } from '#server/decisions/sign-erratum'

/** Does what a form beside a decision asks: apply or drop an effect, sign an erratum. */
export async function answerDecision(
  asked: { request: Request; context: AppContext },
  actor: Actor,
  decisionId: string,
) {
  const form = await asked.request.formData()
  const page = `/decisions/${decisionId}`
  switch (form.get('intent')) {
    case 'apply-effect':
      return answerForm(asked, {
        form,
        page,
        schema: applyEffectInput,
        async write(trx, input) {
          // What could not be applied is on the record, and the page says why.
          await applyEffect(trx, actor, input)
          return undefined
        },
      })
    case 'drop-effect':
      return answerForm(asked, {
        form,
        page,
        schema: dropEffectInput,
        async write(trx, input) {
          await dropEffect(trx, actor, input)
          return undefined
        },
      })
    case 'sign-erratum':
      form.set('decisionId', decisionId)
      return answerForm(asked, {
        form,
        page,
        schema: signErratumInput,
        async write(trx, input) {
          await signErratum(trx, actor, input)
          return undefined
        },
      })
    default:
      throw data(null, { status: 400 })
  }
}
