import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { answerForm } from '#app/answer-form.server'
import { usePlan } from '#app/routes/plan/use-plan'
import { requireActor } from '#app/session.server'
import { readMeasureFilters } from '#server/measures/measure-filters.shared'
import { readMeasurePage } from '#server/measures/measure-page'
import { readTableView } from '#server/measures/table-view.shared'
import { createPlan } from '#server/plans/create-plan'
import { createPlanInput } from '#server/plans/plan.shared'
import { MeasureTable } from './measure-table'
import { PlainTable } from './plain-table'
import { TablePages } from './table-pages'
import { TableTools } from './table-tools'
import { useGroups } from './use-groups'
import { useSameRows } from './use-same-rows'
import './measures.css'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const params = new URL(request.url).searchParams
  const view = readTableView(params)
  const { rows, ...page } = await readMeasurePage(context.db, actor, readMeasureFilters(params), view)
  return { rows, view, ...page }
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

/** The plan as a table; for who may edit it, one that is filled in like a spreadsheet. */
export default function MeasuresPage() {
  const { can, counts } = usePlan()
  const { rows, view, groups, page, pages } = useLoaderData<typeof loader>()
  const shown = useGroups({ rows: useSameRows(rows), view, groups, page, pages })
  const Table = can.edit ? MeasureTable : PlainTable
  return (
    <>
      <TableTools view={view} />
      <Table view={view} groups={shown} />
      <TablePages page={page} pages={pages} found={counts.found} />
    </>
  )
}
