import { Link } from '@remix-run/react'
import { TriangleAlert } from 'lucide-react'
import type { Slip } from '#server/baselines/slippage.shared'
import { Pill } from './pill'
import { SectorChip } from './sector-chip'
import { useSlipWords } from './slip-words'

/** What slipped: the field, or the milestone by its name. */
export function SlipName({ slip }: { slip: Slip }) {
  return useSlipWords().what(slip)
}

/** What the baseline says. */
export function SlipWas({ slip }: { slip: Slip }) {
  const words = useSlipWords()
  return slip.what === 'lead' && slip.was ? <SectorChip {...slip.was} /> : words.was(slip)
}

/** What stands there now; of a text the way to what is different in it. */
export function SlipNow({ slip, measureId }: { slip: Slip; measureId: string }) {
  const words = useSlipWords()
  if (slip.what === 'lead' && slip.now) return <SectorChip {...slip.now} />
  if (slip.what !== 'text') return words.now(slip)
  return <Link to={`/measures/${measureId}/versions?from=${slip.was}&to=now#verschil`}>{words.now(slip)}</Link>
}

/** How far: later is a warning, earlier is not. */
export function SlipShift({ slip }: { slip: Slip }) {
  const words = useSlipWords()
  if ('shift' in slip && slip.shift) {
    const isWarning = slip.shift.direction === 'later' || slip.shift.direction === 'widened'
    return (
      <Pill tone={isWarning ? 'warn' : 'ok'} icon={isWarning ? TriangleAlert : undefined}>
        {words.shift(slip)}
      </Pill>
    )
  }
  if (slip.what === 'milestone-dropped' || slip.what === 'stopped') {
    return (
      <Pill tone="warn" icon={TriangleAlert}>
        {words.shift(slip)}
      </Pill>
    )
  }
  return <span className="text-ink-3">{words.shift(slip)}</span>
}
