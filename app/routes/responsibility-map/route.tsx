import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Pagination } from '#app/components/pagination'
import { PictureFoot } from '#app/pictures/picture-foot'
import { useTableLink } from '#app/routes/plan/use-table-link'
import { requireActor } from '#app/session.server'
import { readMeasureFilters } from '#server/measures/measure-filters.shared'
import { responsibilityRoles } from '#server/measures/responsibility.shared'
import { readResponsibilityMap } from '#server/measures/responsibility-map'
import { readMapView, shownSectors } from '#server/measures/responsibility-map.shared'
import { MapTable } from './map-table'
import { RoleBadge } from './role-badge'
import { SectorChoice } from './sector-choice'
import './map.css'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const params = new URL(request.url).searchParams
  const view = readMapView(params)
  const { sectors, ...map } = await readResponsibilityMap(context.db, actor, readMeasureFilters(params), view.page)
  const shown = shownSectors(sectors, view)
  // Bodies that are not shown are not sent, but for the choice of another sector.
  const choices = sectors.map(({ bodies, ...sector }) => ({ ...sector, count: bodies.length }))
  return { ...map, choices, sectors: shown, chosen: shown.length < sectors.length ? view.sectorId : null }
}

/** Who carries what: where one body leads much, and what nobody leads. */
export default function ResponsibilityMapPage() {
  const { t } = useTranslation(['pictures', 'common'])
  const { sectors, choices, chosen, rows, page, pages } = useLoaderData<typeof loader>()
  const link = useTableLink()
  return (
    <>
      {choices.length > 1 && <SectorChoice choices={choices} chosen={chosen} />}
      <MapTable sectors={sectors} rows={rows} />
      <Pagination page={page} pages={pages} words={{ previous: t('pictures:previous'), next: t('pictures:next') }} />
      <PictureFoot picture="map" table={link()}>
        {responsibilityRoles.map(role => (
          <li key={role}>
            <RoleBadge role={role} isAccepted />
            {t(`common:responsibilityRoles.${role}`)}
          </li>
        ))}
        <li>
          <RoleBadge role={responsibilityRoles[0]} isAccepted={false} />
          {t('map.proposed')}
        </li>
      </PictureFoot>
    </>
  )
}
