import { useTranslation } from 'react-i18next'
import { fitText } from '#app/pictures/fit-text'
import { type PictureCaption, PictureFrame } from '#app/pictures/picture-frame'
import { type ResponsibilityRole, responsibilityRoles } from '#server/measures/responsibility.shared'
import { type MapRow, type MapSector, mostLeads } from '#server/measures/responsibility-map.shared'

const TITLES = 400
const COLUMN = 32
const ROW = 30
const HEAD = 120
const SUM = 60

/** The map as a file: each role by its letter, with what the letters mean under it. */
export function MapPicture({
  caption,
  sectors,
  rows,
}: {
  caption: PictureCaption
  sectors: MapSector[]
  rows: MapRow[]
}) {
  const { t } = useTranslation(['pictures', 'common'])
  const columns = sectors.flatMap(({ bodies }) => bodies)
  const most = mostLeads(sectors)
  const end = TITLES + columns.length * COLUMN
  const foot = HEAD + rows.length * ROW
  const place = new Map(columns.map(({ id }, index) => [id, TITLES + (index + 0.5) * COLUMN]))
  return (
    <PictureFrame caption={caption} width={Math.max(end + SUM, 1000)} height={foot + 2 * ROW + 50}>
      <Heads sectors={sectors} height={foot + 2 * ROW} />
      {rows.map(({ id, number, title, hasLead, roles }, index) => (
        <g key={id} transform={`translate(0 ${HEAD + index * ROW})`}>
          {!hasLead && (
            <>
              <rect width={TITLES} height={ROW} fill="var(--color-warn-soft)" />
              <rect width={4} height={ROW} fill="var(--color-warn)" />
              <text x={TITLES - 8} y={20} fontSize={12} fontWeight={600} textAnchor="end" fill="var(--color-warn)">
                {t('map.noLead')}
              </text>
            </>
          )}
          <text x={12} y={20} fontSize={14}>
            {fitText(`${number ? `${number}. ` : ''}${title}`, TITLES - (hasLead ? 24 : 130), 14)}
          </text>
          <line y1={ROW} y2={ROW} x2={end + SUM} stroke="var(--color-line)" />
          {/* The lightest first, so that the heaviest role of a body lies on top. */}
          {[...roles].reverse().map(({ bodyId, role, isAccepted }) => {
            const x = place.get(bodyId)
            return x && <Badge key={`${bodyId} ${role}`} x={x} y={ROW / 2} role={role} isAccepted={isAccepted} />
          })}
          <text x={end + SUM - 12} y={20} fontSize={13} textAnchor="end" fill="var(--color-ink-2)">
            {new Set(roles.map(({ bodyId }) => bodyId)).size || ''}
          </text>
        </g>
      ))}
      {(['leads', 'measures'] as const).map((of, index) => (
        <g key={of} transform={`translate(0 ${foot + index * ROW})`} fontSize={13} fontWeight={600}>
          <text x={12} y={20}>
            {t(of === 'leads' ? 'map.leads' : 'map.involved')}
          </text>
          {columns.map(body => {
            const isMost = of === 'leads' && most > 0 && body.leads === most
            return (
              <text
                key={body.id}
                x={place.get(body.id)}
                y={20}
                textAnchor="middle"
                fill={isMost ? 'var(--color-warn)' : 'var(--color-ink-2)'}
              >
                {body[of] ? `${body[of]}${isMost ? '▲' : ''}` : ''}
              </text>
            )
          })}
        </g>
      ))}
      <Key y={foot + 2 * ROW + 30} />
    </PictureFrame>
  )
}

function Heads({ sectors, height }: { sectors: MapSector[]; height: number }) {
  const { i18n } = useTranslation('pictures')
  let x = TITLES
  return (
    <>
      {sectors.map(({ id, nameNl, nameEn, colour, bodies }) => {
        const left = x
        const width = bodies.length * COLUMN
        x += width
        return (
          <g key={id} transform={`translate(${left} 0)`}>
            <line y2={height} stroke="var(--color-line-strong)" />
            <rect x={1} width={width - 2} height={4} fill={`var(--color-sector-${colour})`} />
            <text x={5} y={20} fontSize={12} fill="var(--color-ink-2)">
              {width > 60 ? fitText(i18n.language === 'en' ? nameEn : nameNl, width - 10, 12) : ''}
            </text>
            {bodies.map(({ id, code }, index) => (
              <g key={id} transform={`translate(${(index + 0.5) * COLUMN} ${HEAD - 8})`}>
                <rect x={-4.5} y={-9} width={9} height={9} rx={2} fill={`var(--color-sector-${colour})`} />
                <text transform="translate(4 -14) rotate(-90)" fontSize={12} fontWeight={600}>
                  {fitText(code, HEAD - 44, 12)}
                </text>
              </g>
            ))}
          </g>
        )
      })}
      <line y1={HEAD} y2={HEAD} x2={x + SUM} stroke="var(--color-line-strong)" />
      <line x1={x} x2={x} y2={height} stroke="var(--color-line-strong)" />
    </>
  )
}

const shapes: Record<ResponsibilityRole, { fill: string; stroke: string; ink: string; rx: number }> = {
  lead: { fill: 'var(--color-accent)', stroke: 'var(--color-accent)', ink: 'var(--color-on-accent)', rx: 3 },
  'co-lead': { fill: 'var(--color-accent-soft)', stroke: 'var(--color-accent)', ink: 'var(--color-ink)', rx: 12 },
  'must-agree': { fill: 'var(--color-surface)', stroke: 'var(--color-accent)', ink: 'var(--color-ink)', rx: 3 },
  consulted: { fill: 'var(--color-chip)', stroke: 'none', ink: 'var(--color-ink-2)', rx: 3 },
  informed: { fill: 'var(--color-surface)', stroke: 'none', ink: 'var(--color-ink-3)', rx: 3 },
}

function Badge({ x, y, role, isAccepted }: { x: number; y: number; role: ResponsibilityRole; isAccepted: boolean }) {
  const { t } = useTranslation('pictures')
  const { fill, stroke, ink, rx } = shapes[role]
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect
        x={-12}
        y={-12}
        width={24}
        height={24}
        rx={rx}
        fill={isAccepted ? fill : 'var(--color-surface)'}
        stroke={isAccepted ? stroke : 'var(--color-accent)'}
        strokeWidth={1.5}
        strokeDasharray={isAccepted ? undefined : '4 2.5'}
      />
      <text y={4.5} fontSize={13} fontWeight={600} textAnchor="middle" fill={isAccepted ? ink : 'var(--color-accent)'}>
        {t(`map.letters.${role}`)}
      </text>
    </g>
  )
}

function Key({ y }: { y: number }) {
  const { t } = useTranslation(['pictures', 'common'])
  const entries = [
    ...responsibilityRoles.map(role => ({ role, isAccepted: true, text: t(`common:responsibilityRoles.${role}`) })),
    { role: 'lead' as const, isAccepted: false, text: t('map.proposed') },
  ]
  return (
    <g transform={`translate(12 ${y})`}>
      {entries.map(({ role, isAccepted, text }, index) => (
        <g key={text} transform={`translate(${index * 166} 0)`}>
          <Badge x={12} y={0} role={role} isAccepted={isAccepted} />
          <text x={32} y={5} fontSize={13} fill="var(--color-ink-2)">
            {text}
          </text>
        </g>
      ))}
    </g>
  )
}
