import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { answerForm } from '#app/answer-form.server'
import { publicBase } from '#app/public-base.server'
import { invitationWords } from '#app/routes/meeting/invitation-words.server'
import { requireActor } from '#app/session.server'
import { inviteMembers } from '#server/calendars/invite-members'

/** Invites the members to a meeting by mail. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context })
  const id = params.id ?? ''
  const answer = await answerForm(
    { request, context },
    {
      form: await request.formData(),
      schema: z.object({}),
      page: `/meetings/${id}`,
      write: async trx => {
        await inviteMembers(trx, actor, id, { base: publicBase({ request, context }), words: invitationWords() })
        return undefined
      },
    },
  )
  // A route without a page loses the status of what is no Response.
  return 'init' in answer ? Response.json(answer.data, answer.init ?? undefined) : answer
}

/** There is nothing to read at this address alone. */
export const loader = ({ params }: { params: { id?: string } }) => redirect(`/meetings/${params.id}`)
