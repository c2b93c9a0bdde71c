import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { MeasureStatus } from '#app/components/measure-status'
import { PictureFoot } from '#app/pictures/picture-foot'
import { usePlan } from '#app/routes/plan/use-plan'
import { useTableLink } from '#app/routes/plan/use-table-link'
import { requireActor } from '#app/session.server'
import { measureStatuses } from '#server/measures/measure.shared'
import { readMeasureFilters } from '#server/measures/measure-filters.shared'
import { readMatrix } from '#server/measures/measure-matrix'
import { MatrixTable } from './matrix-table'
import './matrix.css'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  return { cells: await readMatrix(context.db, actor, readMeasureFilters(new URL(request.url).searchParams)) }
}

/** The plan by axis and level: where much is going on, where nothing was seen. */
export default function MatrixPage() {
  const { t } = useTranslation('pictures')
  const { plan, filters } = usePlan()
  const { cells } = useLoaderData<typeof loader>()
  const link = useTableLink()
  return (
    <>
      <MatrixTable plan={plan} cells={cells} filters={filters} />
      <PictureFoot picture="matrix" table={link()}>
        {measureStatuses.map(status => (
          <li key={status}>
            <MeasureStatus status={status} />
          </li>
        ))}
      </PictureFoot>
      <p className="mt-2 text-sm text-ink-3">{t('matrix.nothingMeans')}</p>
    </>
  )
}
