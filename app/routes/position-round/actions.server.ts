import type { ActionFunctionArgs } from '@remix-run/node'
import { answerForm } from '#app/answer-form.server'
import { requireActor } from '#app/session.server'
import { closePositionRound } from '#server/positions/close-position-round'
import {
  linkConditionInput,
  meetConditionInput,
  overruleConditionInput,
  reopenConditionInput,
} from '#server/positions/condition.shared'
import { linkCondition } from '#server/positions/link-condition'
import { meetCondition, overruleCondition, reopenCondition } from '#server/positions/meet-condition'
import { reconfirmInput, saveDraftInput, takePositionInput, waiveChangesInput } from '#server/positions/position.shared'
import { closePositionRoundInput } from '#server/positions/position-round.shared'
import { reconfirmPosition } from '#server/positions/reconfirm-position'
import { savePositionDraft } from '#server/positions/save-position-draft'
import { takePosition } from '#server/positions/take-position'
import { waiveChanges } from '#server/positions/waive-changes'
import { readConditionRows } from './condition-rows'

/** What the forms of a round, its positions and its conditions do, by their `intent`. */
export async function actOnPositionRound({ request, context, params }: ActionFunctionArgs) {
  const asked = { request, context }
  const actor = await requireActor(asked)
  const form = await request.formData()
  const roundId = params.id
  const work = { form, page: `/position-rounds/${roundId}`, input: { ...Object.fromEntries(form), roundId } }
  const fieldOf = ([field]: PropertyKey[]) => String(field ?? '')
  switch (form.get('intent')) {
    case 'answer': {
      const input = { ...work.input, conditions: readConditionRows(form) }
      if (form.get('do') === 'save') {
        return answerForm(asked, {
          ...work,
          input,
          fieldOf,
          schema: saveDraftInput,
          write: async (trx, input) => void (await savePositionDraft(trx, actor, input)),
        })
      }
      return answerForm(asked, {
        ...work,
        input,
        fieldOf,
        schema: takePositionInput,
        write: async (trx, input) => void (await takePosition(trx, actor, input)),
      })
    }
    case 'reconfirm':
      return answerForm(asked, {
        ...work,
        schema: reconfirmInput,
        write: async (trx, input) => void (await reconfirmPosition(trx, actor, input)),
      })
    case 'waive':
      return answerForm(asked, {
        ...work,
        schema: waiveChangesInput,
        write: async (trx, input) => void (await waiveChanges(trx, actor, input)),
      })
    case 'close-round':
      return answerForm(asked, {
        ...work,
        schema: closePositionRoundInput,
        write: async (trx, input) => void (await closePositionRound(trx, actor, input)),
      })
    case 'meet-condition':
      return answerForm(asked, {
        ...work,
        schema: meetConditionInput,
        write: async (trx, input) => void (await meetCondition(trx, actor, input)),
      })
    case 'overrule-condition':
      return answerForm(asked, {
        ...work,
        schema: overruleConditionInput,
        write: async (trx, input) => void (await overruleCondition(trx, actor, input)),
      })
    case 'reopen-condition':
      return answerForm(asked, {
        ...work,
        schema: reopenConditionInput,
        write: async (trx, input) => void (await reopenCondition(trx, actor, input)),
      })
    case 'link-condition':
      return answerForm(asked, {
        ...work,
        schema: linkConditionInput,
        write: async (trx, input) => void (await linkCondition(trx, actor, input)),
      })
    default:
      throw new Response('invalid', { status: 400 })
  }
}
