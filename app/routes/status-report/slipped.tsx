import { useTranslation } from 'react-i18next'
import { SlippageRows } from '#app/components/slippage-rows'
import type { RoundSlippage } from '#server/rounds/status-report.shared'

/** What of the round's measures is otherwise than the baseline has it. */
export function Slipped({ slippage: { measures } }: { slippage: RoundSlippage }) {
  const { t } = useTranslation('rounds')
  if (measures.length === 0) return <p className="mt-3">{t('report.nothingSlipped')}</p>
  return (
    <div className="mt-3">
      <SlippageRows
        measures={measures.map(({ id, title, slips }) => ({ measureId: id, title, isInPlan: true, lead: null, slips }))}
      />
    </div>
  )
}
