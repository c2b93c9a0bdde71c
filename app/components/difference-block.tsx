import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DifferenceSide } from '#server/documents/compare-texts.shared'
import { classNames } from './class-names'

type Segment = DifferenceSide['segments'][number]

/** One paragraph, heading, item or row of a comparison, with what was added and removed in it. */
export function DifferenceBlock({ side }: { side: DifferenceSide }) {
  const { t } = useTranslation('decisions')
  const { kind, segments, indent } = side
  const words = segments.map((segment, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered
    <Changed key={index} change={segment.change}>
      <Marked marks={segment.marks}>{segment.text}</Marked>
    </Changed>
  ))
  const isEmpty = segments.every(segment => segment.text === '')
  return (
    <p className={classNames('block', `is-${kind}`, isEmpty && 'empty', indent > 0 && `indent-${Math.min(indent, 5)}`)}>
      <Lead side={side} />
      {isEmpty ? t(kind === 'rule' ? 'difference.rule' : 'difference.empty') : words}
    </p>
  )
}

/** The bullet, number or box before it. */
function Lead({ side: { kind, number, checked } }: { side: DifferenceSide }) {
  const { t } = useTranslation('decisions')
  if (kind === 'task')
    return (
      <span className="lead" role="img" aria-label={t(checked ? 'difference.taskDone' : 'difference.task')}>
        {checked ? '☑' : '☐'}
      </span>
    )
  if (kind === 'list-item')
    return (
      <span className="lead" aria-hidden={number === undefined}>
        {number === undefined ? '–' : `${number}.`}
      </span>
    )
  return null
}

/** Colour, line and, for who hears the page, words. */
export function Changed({ change, children }: { change: Segment['change']; children: ReactNode }) {
  const { t } = useTranslation('decisions')
  if (change === 'same') return children
  if (change === 'formatting') return <span className="restyled">{children}</span>
  const Mark = change === 'added' ? 'ins' : 'del'
  return (
    <Mark>
      <span className="sr-only">{` ${t(`difference.${change}`)} `}</span>
      {children}
      <span className="sr-only">{` (${t('difference.end')}) `}</span>
    </Mark>
  )
}

const elements: Record<string, 'strong' | 'em' | 's' | 'u' | 'code'> = {
  bold: 'strong',
  italic: 'em',
  strike: 's',
  underline: 'u',
  code: 'code',
}

/** A link shows as one, but leads nowhere here: which of two addresses would it be? */
function Marked({ marks: [mark, ...rest], children }: { marks: Segment['marks']; children: ReactNode }): ReactNode {
  if (!mark) return children
  const inside = <Marked marks={rest}>{children}</Marked>
  if (mark.type === 'link') return <span className="linked">{inside}</span>
  const Mark = elements[mark.type]
  return Mark ? <Mark>{inside}</Mark> : inside
}
