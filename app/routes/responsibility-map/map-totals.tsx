import { Link } from '@remix-run/react'
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { classNames } from '#app/components/class-names'
import { Icon } from '#app/components/icon'
import { useTableLink } from '#app/routes/plan/use-table-link'
import { type MapSector, mostLeads } from '#server/measures/responsibility-map.shared'

/** How much each body carries, of everything that the filters let through; who leads most is marked. */
export function MapTotals({ sectors }: { sectors: MapSector[] }) {
  const { t } = useTranslation('pictures')
  const link = useTableLink()
  const most = mostLeads(sectors)
  const columns = sectors.flatMap(({ bodies }) => bodies.map((body, index) => ({ body, isFirst: index === 0 })))
  const sum = (of: 'leads' | 'measures') => columns.reduce((all, { body }) => all + body[of], 0)
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('map.leads')}</th>
        {columns.map(({ body, isFirst }) => (
          <td key={body.id} className={classNames(isFirst && 'first', most > 0 && body.leads === most && 'most')}>
            {body.leads || ''}
            {most > 0 && body.leads === most && (
              <span title={t('map.most')}>
                <Icon of={TriangleAlert} size="small" />
                <span className="sr-only"> {t('map.most')}</span>
              </span>
            )}
          </td>
        ))}
        <td className="sum">{sum('leads')}</td>
      </tr>
      <tr>
        <th scope="row">{t('map.involved')}</th>
        {columns.map(({ body, isFirst }) => (
          <td key={body.id} className={isFirst ? 'first' : undefined}>
            <Link to={link({ body: body.code })}>{body.measures}</Link>
          </td>
        ))}
        <td className="sum">{sum('measures')}</td>
      </tr>
    </tfoot>
  )
}
