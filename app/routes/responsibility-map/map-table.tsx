import { Link } from '@remix-run/react'
import { UserRoundX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { classNames } from '#app/components/class-names'
import { Icon } from '#app/components/icon'
import { ThreadCount } from '#app/components/thread-count'
import { useTableLink } from '#app/routes/plan/use-table-link'
import type { MapBody, MapRole, MapRow, MapSector } from '#server/measures/responsibility-map.shared'
import { MapTotals } from './map-totals'
import { RoleBadge } from './role-badge'

/** Measures by bodies, in a frame that scrolls: the names of both stay in sight. */
export function MapTable({ sectors, rows }: { sectors: MapSector[]; rows: MapRow[] }) {
  const { t, i18n } = useTranslation('pictures')
  const columns = sectors.flatMap(sector => sector.bodies.map((body, index) => ({ body, isFirst: index === 0 })))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable with the keyboard
    <section className="panel map-frame" tabIndex={0} aria-label={t('map.frame')}>
      <table className="role-map">
        <caption className="sr-only">{t('map.caption')}</caption>
        <thead>
          <tr className="sectors">
            <th rowSpan={2} scope="col" className="corner">
              {t('map.measure')}
            </th>
            {sectors.map(({ id, nameNl, nameEn, colour, bodies }) => (
              <th key={id} colSpan={bodies.length} scope="colgroup" className={`first sector-${colour}`}>
                <span title={i18n.language === 'en' ? nameEn : nameNl}>{i18n.language === 'en' ? nameEn : nameNl}</span>
              </th>
            ))}
            <th rowSpan={2} scope="col" className="sum">
              {t('map.together')}
            </th>
          </tr>
          <tr className="bodies">
            {sectors.map(({ colour, bodies }) =>
              bodies.map((body, index) => (
                <BodyHeader key={body.id} body={body} colour={colour} isFirst={index === 0} />
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <Row key={row.id} row={row} columns={columns} />
          ))}
        </tbody>
        <MapTotals sectors={sectors} />
      </table>
    </section>
  )
}

function BodyHeader({ body, colour, isFirst }: { body: MapBody; colour: number; isFirst: boolean }) {
  const link = useTableLink()
  return (
    <th scope="col" className={classNames(isFirst && 'first')}>
      <Link to={link({ body: body.code })} title={body.name} className={`body sector-${colour}`}>
        {body.code}
        <span className="sr-only">, {body.name}</span>
      </Link>
    </th>
  )
}

function Row({ row, columns }: { row: MapRow; columns: { body: MapBody; isFirst: boolean }[] }) {
  const { t } = useTranslation('pictures')
  return (
    <tr className={row.hasLead ? undefined : 'leaderless'}>
      <th scope="row">
        <Link to={`/measures/${row.id}`} title={row.title}>
          {row.number && `${row.number}. `}
          {row.title}
        </Link>
        <ThreadCount count={row.openThreads} />
        {!row.hasLead && (
          <span className="no-lead" title={t('map.noLead')}>
            <Icon of={UserRoundX} size="small" />
            <span className="word">{t('map.noLead')}</span>
          </span>
        )}
      </th>
      {columns.map(({ body, isFirst }) => (
        <Cell key={body.id} roles={row.roles.filter(({ bodyId }) => bodyId === body.id)} isFirst={isFirst} />
      ))}
      <td className="sum">{new Set(row.roles.map(({ bodyId }) => bodyId)).size || ''}</td>
    </tr>
  )
}

/** The heaviest of its roles; the words tell all of them. */
function Cell({ roles, isFirst }: { roles: MapRole[]; isFirst: boolean }) {
  const { t } = useTranslation(['pictures', 'common'])
  const [role] = roles
  if (!role) return <td className={isFirst ? 'first' : undefined} />
  const words = roles
    .map(({ role, isAccepted }) =>
      [t(`common:responsibilityRoles.${role}`), !isAccepted && t('common:responsibilityStates.proposed')]
        .filter(Boolean)
        .join(', '),
    )
    .join('; ')
  return (
    <td className={isFirst ? 'first' : undefined} title={words}>
      <RoleBadge {...role} />
      <span className="sr-only">{words}</span>
    </td>
  )
}
