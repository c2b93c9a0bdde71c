import { Link } from '@remix-run/react'
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format'
import type { Slip } from '#server/baselines/slippage.shared'
import type { Shift } from '#server/measures/partial-date.shared'
import { Pill } from './pill'
import { SectorChip } from './sector-chip'

/** What slipped: the field, or the milestone by its name. */
export function SlipName({ slip }: { slip: Slip }) {
  const { t } = useTranslation('baselines')
  return t(`what.${slip.what}`, { label: 'label' in slip ? slip.label : '' })
}

/** What the baseline says. */
export function SlipWas({ slip }: { slip: Slip }) {
  const { t } = useTranslation(['baselines', 'measures', 'common'])
  const format = useFormat()
  switch (slip.what) {
    case 'milestone':
    case 'milestone-dropped':
    case 'milestone-removed':
    case 'starts':
    case 'ends':
      return slip.was ? format.date(slip.was) : t('nothingKnown')
    case 'milestone-added':
    case 'added':
      return t('notInPlan')
    case 'removed':
      return t('inPlan')
    case 'horizon':
      return slip.was ? t(`measures:horizonRanges.${slip.was}`) : t('nothingKnown')
    case 'lead':
      return slip.was ? <SectorChip {...slip.was} /> : t('nobody')
    case 'title':
      return slip.was
    case 'level':
      return t(`common:levels.${slip.was}`)
    case 'priority':
      return t('priority', slip.was)
    case 'axis':
      return slip.was ?? t('nothingKnown')
    case 'text':
      return t('version', { number: slip.was })
    case 'stopped':
      return t('running')
    case 'resumed':
      return t('isStopped')
  }
}

/** What stands there now; of a text the way to what is different in it. */
export function SlipNow({ slip, measureId }: { slip: Slip; measureId: string }) {
  const { t } = useTranslation(['baselines', 'measures', 'common'])
  const format = useFormat()
  switch (slip.what) {
    case 'milestone':
    case 'milestone-added':
      return slip.isReached ? t('reached', { date: format.date(slip.now) }) : format.date(slip.now)
    case 'milestone-dropped':
      return t('dropped')
    case 'milestone-removed':
      return t('gone')
    case 'starts':
    case 'ends':
      return slip.now ? format.date(slip.now) : t('nothingKnown')
    case 'added':
      return t('inPlan')
    case 'removed':
      return t('notInPlan')
    case 'horizon':
      return slip.now ? t(`measures:horizonRanges.${slip.now}`) : t('nothingKnown')
    case 'lead':
      return slip.now ? <SectorChip {...slip.now} /> : t('nobody')
    case 'title':
      return slip.now
    case 'level':
      return t(`common:levels.${slip.now}`)
    case 'priority':
      return t('priority', slip.now)
    case 'axis':
      return slip.now ?? t('nothingKnown')
    case 'text':
      return <Link to={`/measures/${measureId}/versions?from=${slip.was}&to=now#verschil`}>{t('textMoved')}</Link>
    case 'stopped':
      return t('isStopped')
    case 'resumed':
      return t('running')
  }
}

/** How far: later is a warning, earlier is not; what has no distance is changed. */
export function SlipShift({ slip }: { slip: Slip }) {
  const { t } = useTranslation('baselines')
  const words = useShiftWords()
  if ('shift' in slip && slip.shift) {
    const { direction } = slip.shift
    const isWarning = direction === 'later' || direction === 'widened'
    return (
      <Pill tone={isWarning ? 'warn' : 'ok'} icon={isWarning ? TriangleAlert : undefined}>
        {words(slip.shift)}
      </Pill>
    )
  }
  if (slip.what === 'milestone-dropped' || slip.what === 'stopped') {
    return (
      <Pill tone="warn" icon={TriangleAlert}>
        {t('changed')}
      </Pill>
    )
  }
  return (
    <span className="text-ink-3">
      {t(slip.what === 'added' || slip.what === 'milestone-added' ? 'added' : 'changed')}
    </span>
  )
}

/** "3 maanden later", "10 tot 21 maanden later", "minder precies, tot 9 maanden later" */
function useShiftWords() {
  const { t } = useTranslation('baselines')
  return ({ direction, unit, least, most }: Shift): string => {
    const amount = (count: number) => t(`units.${unit}`, { count })
    if (direction === 'widened') return most > 0 ? t('lessPreciseLater', { amount: amount(most) }) : t('lessPrecise')
    const [near, far] = [Math.min(Math.abs(least), Math.abs(most)), Math.max(Math.abs(least), Math.abs(most))]
    const distance = near === far ? amount(far) : t('range', { least: near, most: amount(far) })
    return t(direction === 'earlier' ? 'earlier' : 'later', { amount: distance })
  }
}
