import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { formatDate } from '#app/i18n/format'
import { type Locale, toLocale } from '#app/i18n/locale'
import type { Slip } from '#server/baselines/slippage.shared'
import type { Shift } from '#server/measures/partial-date.shared'

type Translate = TFunction<['baselines', 'measures', 'common']>

/** What slipped, in words: on a page, and in a file. */
export interface SlipWords {
  /** the field, or the milestone by its name */
  what(slip: Slip): string
  /** what the baseline says */
  was(slip: Slip): string
  /** what stands there now */
  now(slip: Slip): string
  /** how far; what has no distance is changed */
  shift(slip: Slip): string
}

export function useSlipWords(): SlipWords {
  const { t, i18n } = useTranslation(['baselines', 'measures', 'common'])
  return slipWords(t, toLocale(i18n.language))
}

/** The same where there is no component. */
export function slipWords(t: Translate, locale: Locale): SlipWords {
  const date = (value: string | null) => (value ? formatDate(value, locale) : t('nothingKnown'))
  return {
    what: slip => t(`what.${slip.what}`, { label: 'label' in slip ? slip.label : '' }),
    was: slip => wordsBefore(slip, t, date),
    now: slip => wordsNow(slip, t, date),
    shift: slip => {
      if ('shift' in slip && slip.shift) return shiftWords(slip.shift, t)
      return t(slip.what === 'added' || slip.what === 'milestone-added' ? 'added' : 'changed')
    },
  }
}

function wordsBefore(slip: Slip, t: Translate, date: (value: string | null) => string): string {
  switch (slip.what) {
    case 'milestone':
    case 'milestone-dropped':
    case 'milestone-removed':
    case 'starts':
    case 'ends':
      return date(slip.was)
    case 'milestone-added':
    case 'added':
      return t('notInPlan')
    case 'removed':
      return t('inPlan')
    case 'horizon':
      return slip.was ? t(`measures:horizonRanges.${slip.was}`) : t('nothingKnown')
    case 'lead':
      return slip.was?.code ?? t('nobody')
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

function wordsNow(slip: Slip, t: Translate, date: (value: string | null) => string): string {
  switch (slip.what) {
    case 'milestone':
    case 'milestone-added':
      return slip.isReached ? t('reached', { date: date(slip.now) }) : date(slip.now)
    case 'milestone-dropped':
      return t('dropped')
    case 'milestone-removed':
      return t('gone')
    case 'starts':
    case 'ends':
      return date(slip.now)
    case 'added':
      return t('inPlan')
    case 'removed':
      return t('notInPlan')
    case 'horizon':
      return slip.now ? t(`measures:horizonRanges.${slip.now}`) : t('nothingKnown')
    case 'lead':
      return slip.now?.code ?? t('nobody')
    case 'title':
      return slip.now
    case 'level':
      return t(`common:levels.${slip.now}`)
    case 'priority':
      return t('priority', slip.now)
    case 'axis':
      return slip.now ?? t('nothingKnown')
    case 'text':
      return t('textMoved')
    case 'stopped':
      return t('isStopped')
    case 'resumed':
      return t('running')
  }
}

/** "3 maanden later", "10 tot 21 maanden later", "minder precies, tot 9 maanden later" */
function shiftWords({ direction, unit, least, most }: Shift, t: Translate): string {
  const amount = (count: number) => t(`units.${unit}`, { count })
  if (direction === 'widened') return most > 0 ? t('lessPreciseLater', { amount: amount(most) }) : t('lessPrecise')
  const [near, far] = [Math.min(Math.abs(least), Math.abs(most)), Math.max(Math.abs(least), Math.abs(most))]
  const distance = near === far ? amount(far) : t('range', { least: near, most: amount(far) })
  return t(direction === 'earlier' ? 'earlier' : 'later', { amount: distance })
}
