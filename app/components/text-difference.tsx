import './text-difference.css'
import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DifferenceRow } from '#server/documents/compare-texts.shared'
import { DifferenceBlock } from './difference-block'
import { Hands } from './hands'
import { Icon } from './icon'

interface Head {
  name: string
  detail: string
}

interface TextDifferenceProps {
  rows: DifferenceRow[]
  before?: Head
  after?: Head
  /** what the whole text is called where it is folded */
  folded?: string
}

/**
 * A text then and now, side by side; on a phone one above the other. What stayed the same is folded away.
 * Without heads there is nothing to hold beside each other: the whole text is folded.
 */
export function TextDifference({ rows, folded, ...heads }: TextDifferenceProps) {
  const { t } = useTranslation('decisions')
  const { before, after } = heads
  if (!before || !after)
    return (
      <div className="difference">
        <Folded rows={rows} label={folded ?? t('readText')} />
      </div>
    )
  return (
    <section className="difference" aria-label={t('difference.label', { before: before.name, after: after.name })}>
      <div className="heads" aria-hidden="true">
        <HeadCell {...before} />
        <HeadCell {...after} />
      </div>
      {stretches(rows).map(stretch =>
        stretch.isSame ? (
          <Folded
            key={stretch.start}
            rows={stretch.rows}
            label={t('difference.same', { count: stretch.rows.length })}
          />
        ) : (
          stretch.rows.map((row, index) => (
            // Rows have no name of their own but their place.
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered
            <Pair key={stretch.start + index} row={row} before={before.name} after={after.name} />
          ))
        ),
      )}
    </section>
  )
}

const HeadCell = ({ name, detail }: Head) => (
  <div>
    {name}
    <span>{detail}</span>
  </div>
)

function Pair({ row, before, after }: { row: DifferenceRow; before: string; after: string }) {
  const { t } = useTranslation('decisions')
  return (
    <div className="pair">
      <Side name={before}>
        {row.before ? <DifferenceBlock side={row.before} /> : <p className="absent">{t('difference.notYet')}</p>}
        <Hands hands={row.hands?.before} />
      </Side>
      <Side name={after}>
        {row.after ? <DifferenceBlock side={row.after} /> : <p className="absent">{t('difference.noLonger')}</p>}
        <Hands hands={row.hands?.after} />
        <Remarks row={row} />
      </Side>
    </div>
  )
}

/** The name of the side is for screen readers on a wide screen, and for everybody on a narrow one. */
const Side = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <span className="side-name">{name}</span>
    {children}
  </div>
)

/** What the words themselves do not show. */
function Remarks({ row }: { row: DifferenceRow }) {
  const { t } = useTranslation('decisions')
  const { before, after } = row
  if (!before || !after) return null
  const remarks = [
    row.kind === 'formatting' && t('difference.formatting'),
    before.kind !== after.kind &&
      t('difference.became', {
        before: t(`difference.kinds.${before.kind}`),
        after: t(`difference.kinds.${after.kind}`),
      }),
    before.checked !== undefined &&
      after.checked !== undefined &&
      before.checked !== after.checked &&
      t(after.checked ? 'difference.ticked' : 'difference.unticked'),
    hrefs(before) !== hrefs(after) &&
      t('difference.link', {
        before: hrefs(before) || t('difference.noLink'),
        after: hrefs(after) || t('difference.noLink'),
      }),
  ].filter(remark => remark !== false)
  return remarks.length > 0 ? <p className="remark">{remarks.join(' · ')}</p> : null
}

const hrefs = (side: NonNullable<DifferenceRow['after']>) =>
  [...new Set(side.segments.flatMap(segment => segment.marks.flatMap(mark => mark.href ?? [])))].join(', ')

function Folded({ rows, label }: { rows: DifferenceRow[]; label: string }) {
  return (
    <details className="folded">
      <summary>
        <Icon of={ChevronDown} size="small" />
        {label}
      </summary>
      <div className="text">
        {rows.map(
          (row, index) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered
            row.after && <DifferenceBlock key={index} side={row.after} />,
        )}
      </div>
    </details>
  )
}

interface Stretch {
  isSame: boolean
  start: number
  rows: DifferenceRow[]
}

function stretches(rows: DifferenceRow[]): Stretch[] {
  const found: Stretch[] = []
  rows.forEach((row, start) => {
    const isSame = row.kind === 'same'
    const last = found.at(-1)
    if (last && last.isSame === isSame) last.rows.push(row)
    else found.push({ isSame, start, rows: [row] })
  })
  return found
}
