import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { statusOf } from '#app/domain-response.server'
import { requireActor } from '#app/session.server'
import { listBodies } from '#server/bodies/body-queries'
import { asDomainError } from '#server/errors'
import { type CellsOutcome, changeCellsInput, proposeLeadsInput } from '#server/measures/cells.shared'
import { changeCells } from '#server/measures/change-cells'
import { proposeLeads } from '#server/measures/propose-leads'

/** What the table gets back: what became of each cell, or why nothing could be done. */
export type CellsReply = { outcome: CellsOutcome } | { reason: string }

const input = z.union([
  changeCellsInput.extend({ intent: z.literal('change') }),
  proposeLeadsInput.extend({ intent: z.literal('propose') }),
])

/** Every body that can be asked to lead: read when somebody wants to ask one. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireActor({ request, context })
  return Response.json(await listBodies(context.db))
}

/** What somebody fills in in the table, as JSON: only a page with scripts sends it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context })
  const parsed = input.safeParse(await request.json().catch(() => null))
  if (!parsed.success) return reply({ reason: parsed.error.issues[0]?.message ?? 'invalid' }, 400)
  const asked = parsed.data
  try {
    const outcome = await context.db
      .transaction()
      .execute(trx => (asked.intent === 'change' ? changeCells(trx, actor, asked) : proposeLeads(trx, actor, asked)))
    return reply({ outcome }, 200)
  } catch (error) {
    const expected = asDomainError(error)
    if (!expected) throw error
    return reply({ reason: expected.reason }, statusOf(expected.code))
  }
}

const reply = (body: CellsReply, status: number) => Response.json(body, { status })
