import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { answerForm } from '#app/answer-form.server'
import { usePlan } from '#app/routes/plan/use-plan'
import { requireActor } from '#app/session.server'
import { readMeasureFilters } from '#server/measures/measure-filters.shared'
import { listMeasures } from '#server/measures/measure-list'
import { createPlan } from '#server/plans/create-plan'
import { createPlanInput } from '#server/plans/plan.shared'
import { MeasureTable } from './measure-table'
import './measures.css'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const filters = readMeasureFilters(new URL(request.url).searchParams)
  return { measures: await listMeasures(context.db, actor, filters) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context })
  return answerForm(
    { request, context },
    {
      form: await request.formData(),
      schema: createPlanInput,
      fieldOf: ([field]) => String(field),
      write: async (trx, input) => void (await createPlan(trx, actor, input)),
      page: '/measures',
    },
  )
}

/** The plan as a table. */
export default function MeasuresPage() {
  const { plan, filters } = usePlan()
  const { measures } = useLoaderData<typeof loader>()
  return <MeasureTable plan={plan} measures={measures} hidesEmpty={Object.keys(filters).length > 0} />
}
