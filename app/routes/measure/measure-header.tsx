import { useTranslation } from 'react-i18next'
import { Breadcrumb } from '#app/components/breadcrumb'
import { CertaintyMark, DemoMark } from '#app/components/provenance'
import type { MeasureDetail, MeasureOptions } from '#server/measures/measure-detail.shared'
import { Classification } from './classification'
import { TextInPlace } from './text-in-place'

/** What the measure is called and where it belongs, each changed in place by who has the options for it. */
export function MeasureHeader({ measure, options }: { measure: MeasureDetail; options: MeasureOptions | null }) {
  const { t } = useTranslation('measures')
  const { title, summary, number, planTitle, priorityPosition, priorityTitle } = measure
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: planTitle, to: '/measures' },
          {
            label: t('measure.priorityCrumb', { position: priorityPosition, title: priorityTitle }),
            to: `/measures?priority=${priorityPosition}`,
          },
          ...measure.ancestors.map(({ id, title }) => ({ label: title, to: `/measures/${id}` })),
        ]}
      />
      <div className="mb-4">
        <TextInPlace measureId={measure.id} field="title" value={title} canEdit={options !== null}>
          <h1>
            {title}{' '}
            <span className="marks">
              {number !== null && <span className="tag">{t('measure.number', { number })}</span>}{' '}
              <CertaintyMark certainty={measure.fieldCertainty.title} /> <DemoMark isDemo={measure.isDemo} />
            </span>
          </h1>
        </TextInPlace>
        <TextInPlace measureId={measure.id} field="summary" value={summary} canEdit={options !== null}>
          <p className="measure-summary">{summary || <span className="text-ink-3">{t('measure.noSummary')}</span>}</p>
        </TextInPlace>
        <Classification measure={measure} options={options} />
      </div>
    </>
  )
}
