import { useTranslation } from 'react-i18next'
import { type Confidence, confidences } from '#server/measures/progress.shared'
import type { StatusReport } from '#server/rounds/status-report.shared'
import { fitText } from './fit-text'
import { type PictureCaption, PictureFrame } from './picture-frame'

const NAMES = 320
const BAR = 640
const ROW = 38
const KEY = 44

const colours: Record<Confidence, string> = {
  safe: 'ok',
  reachable: 'accent',
  'needs-support': 'warn',
  compromised: 'bad',
}

/** By priority, how many measures are how sure of their aim, as a file: the word and the number stand in every block. */
export function ConfidenceDrawing({ caption, report }: { caption: PictureCaption; report: StatusReport }) {
  const { t } = useTranslation(['rounds', 'progress'])
  const most = Math.max(1, ...report.priorities.map(priority => priority.measures.length))
  const kinds = [...confidences, 'none' as const]
  return (
    <PictureFrame caption={caption} width={NAMES + BAR} height={KEY + report.priorities.length * ROW}>
      {kinds.map((kind, index) => (
        <g key={kind} transform={`translate(${index * 190} 0)`}>
          <Block kind={kind} width={34} height={20} />
          <text x={42} y={15} fontSize={13}>
            {kind === 'none' ? t('report.notReported') : t(`progress:confidences.${kind}`)}
          </text>
        </g>
      ))}
      {report.priorities.map(({ position, title, byConfidence, notReported }, row) => {
        let x = NAMES
        return (
          <g key={position} transform={`translate(0 ${KEY + row * ROW})`}>
            <text y={19} fontSize={13} fontWeight={600}>
              {fitText(`${position}. ${title}`, NAMES - 16, 13)}
            </text>
            {kinds.map(kind => {
              const count = kind === 'none' ? notReported : byConfidence[kind]
              if (count === 0) return null
              const left = x
              const width = (count / most) * BAR
              x += width
              return (
                <g key={kind} transform={`translate(${left} 0)`}>
                  <Block kind={kind} width={width - 2} height={28} count={count} />
                </g>
              )
            })}
          </g>
        )
      })}
    </PictureFrame>
  )
}

/** Each has a letter of its own, so that none differs by colour alone. */
function Block({
  kind,
  width,
  height,
  count,
}: {
  kind: Confidence | 'none'
  width: number
  height: number
  count?: number
}) {
  const { t } = useTranslation('pictures')
  const letter = kind === 'none' ? '' : t(`confidence.letters.${kind}`)
  const colour = kind === 'none' ? undefined : colours[kind]
  return (
    <>
      <rect
        width={width}
        height={height}
        fill={colour ? `var(--color-${colour}-soft)` : 'none'}
        stroke={colour ? `var(--color-${colour})` : 'var(--color-control)'}
        strokeDasharray={colour ? undefined : '3 3'}
      />
      <text
        x={width / 2}
        y={height / 2 + 5}
        fontSize={13}
        fontWeight={600}
        textAnchor="middle"
        fill={colour ? `var(--color-${colour})` : 'var(--color-ink-2)'}
      >
        {[letter, count].filter(Boolean).join(' ')}
      </text>
    </>
  )
}
