import { Link } from '@remix-run/react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Slip } from '#server/baselines/slippage.shared'
import type { BodyMark } from '#server/bodies/body.shared'
import { SectorChip } from './sector-chip'
import { SlipName, SlipNow, SlipShift, SlipWas } from './slip-text'
import './slippage-rows.css'

/** A measure with what of it is otherwise than the baseline has it. */
interface Slipped {
  measureId: string
  title: string
  /** false: it has no page any more */
  isInPlan: boolean
  lead: BodyMark | null
  slips: Slip[]
}

/** What slipped, by measure: what was, what is, and how far that is. */
export function SlippageRows({ measures }: { measures: Slipped[] }) {
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
