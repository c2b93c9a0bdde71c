import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { answerForm } from '#app/answer-form.server'
import { PictureFoot } from '#app/pictures/picture-foot'
import { usePlan } from '#app/routes/plan/use-plan'
import { useTableLink } from '#app/routes/plan/use-table-link'
import { requireActor } from '#app/session.server'
import { changeMeasure } from '#server/measures/change-measure'
import { readBoard } from '#server/measures/measure-board'
import { moveCardInput } from '#server/measures/measure-board.shared'
import { readMeasureFilters } from '#server/measures/measure-filters.shared'
import { Board } from './board'
import './board.css'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  return { columns: await readBoard(context.db, actor, readMeasureFilters(new URL(request.url).searchParams)) }
}

/** Moves a card: what the status was when somebody looked, and what it must become. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context })
  return answerForm(
    { request, context },
    {
      form: await request.formData(),
      schema: moveCardInput,
      fieldOf: () => '',
      write: async (trx, { measureId, before, status }) =>
        void (await changeMeasure(trx, actor, { measureId, changes: [{ field: 'status', before, value: status }] })),
      page: `/measures/board${new URL(request.url).search}`,
    },
  )
}

/** The plan by status: a column each, a card a measure. */
export default function BoardPage() {
  const { t } = useTranslation('pictures')
  const { can } = usePlan()
  const { columns } = useLoaderData<typeof loader>()
  const link = useTableLink()
  return (
    <>
      <Board columns={columns} canMove={can.edit} />
      <PictureFoot picture="board" table={link()} />
      {can.edit && <p className="board-hint mt-2 text-sm text-ink-3">{t('board.hint')}</p>}
    </>
  )
}
