import { Link, useSearchParams } from '@remix-run/react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceLinks } from '#app/components/choice-links'
import { EmptyState } from '#app/components/empty-state'
import { Section } from '#app/components/section'
import { SectorChip } from '#app/components/sector-chip'
import { SlipName, SlipNow, SlipShift, SlipWas } from '#app/components/slip-text'
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
        {shown.length === 0 ? <p className="text-ink-2">{t('nothingOfKind')}</p> : <Rows measures={shown} />}
      </div>
    </Section>
  )
}

function Rows({ measures }: { measures: Slipped[] }) {
  const { t } = useTranslation('baselines')
  return (
    <div className="panel table-panel">
      <table className="data-table two-line slippage-table">
        <caption className="sr-only">{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('columns.what')}</th>
            <th scope="col">{t('columns.was')}</th>
            <th scope="col">{t('columns.now')}</th>
            <th scope="col">{t('columns.shift')}</th>
          </tr>
        </thead>
        <tbody>
          {measures.map(({ measureId, title, isInPlan, lead, slips }) => (
            <Fragment key={measureId}>
              <tr className="group-row" id={`measure-${measureId}`}>
                <th scope="rowgroup" colSpan={4}>
                  <span className="group-title">
                    {isInPlan ? <Link to={`/measures/${measureId}`}>{title}</Link> : title}
                    {lead && <SectorChip {...lead} />}
                  </span>
                </th>
              </tr>
              {slips.map(slip => (
                <tr key={'milestoneId' in slip ? slip.milestoneId : slip.what}>
                  <td className="what">
                    <SlipName slip={slip} />
                  </td>
                  <td className="was">
                    <span className="phone-label">{t('columns.was')}: </span>
                    <SlipWas slip={slip} />
                  </td>
                  <td className="now">
                    <span className="phone-label">{t('columns.now')}: </span>
                    <SlipNow slip={slip} measureId={measureId} />
                  </td>
                  <td className="shift">
                    <SlipShift slip={slip} />
                  </td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}
