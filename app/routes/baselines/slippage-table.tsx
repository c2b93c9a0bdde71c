import { useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ChoiceLinks } from '#app/components/choice-links'
import { EmptyState } from '#app/components/empty-state'
import { Section } from '#app/components/section'
import { SlippageRows } from '#app/components/slippage-rows'
import type { MeasureSlippage, SlipKind } from '#server/baselines/slippage.shared'

type Slipped = Omit<MeasureSlippage, 'milestones'>

const kinds: SlipKind[] = ['date', 'lead', 'scope']

/** Everything that is otherwise than the baseline has it, by measure; of one kind if asked (`?kind=date`). */
export function SlippageTable({ measures }: { measures: Slipped[] }) {
  const { t } = useTranslation('baselines')
  const [search] = useSearchParams()
  const kind = kinds.find(kind => kind === search.get('kind'))
  const count = (kind?: SlipKind) =>
    measures.flatMap(({ slips }) => slips.filter(slip => !kind || slip.kind === kind)).length
  const shown = measures
    .map(measure => ({ ...measure, slips: measure.slips.filter(slip => !kind || slip.kind === kind) }))
    .filter(({ slips }) => slips.length > 0)
  if (measures.length === 0) return <EmptyState title={t('nothing.title')}>{t('nothing.body')}</EmptyState>
  return (
    <Section title={t('slippage')} count={count()}>
      <div className="slippage">
        <ChoiceLinks
          label={t('filter')}
          choices={[
            { to: '?', label: `${t('kinds.all')} (${count()})`, isChosen: !kind },
            ...kinds.map(one => ({
              to: `?kind=${one}`,
              label: `${t(`kinds.${one}`)} (${count(one)})`,
              isChosen: one === kind,
            })),
          ]}
        />
        {shown.length === 0 ? <p className="text-ink-2">{t('nothingOfKind')}</p> : <SlippageRows measures={shown} />}
      </div>
    </Section>
  )
}
