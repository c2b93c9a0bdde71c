import { useTranslation } from 'react-i18next'
import { confidenceIcons } from '#app/components/confidence'
import { Icon } from '#app/components/icon'
import { PictureFiles } from '#app/pictures/picture-files'
import '#app/pictures/pictures.css'
import { confidences } from '#server/measures/progress.shared'
import type { StatusReport } from '#server/rounds/status-report.shared'

/** By priority, how many measures are how sure of their aim; the number and the drawing stand in every block. */
export function ConfidencePicture({ report }: { report: StatusReport }) {
  const { t } = useTranslation(['rounds', 'progress'])
  return (
    <div className="confidence-picture">
      <ul className="legend" aria-hidden="true">
        {confidences.map(one => (
          <li key={one} className={`confidence ${one}`}>
            <Icon of={confidenceIcons[one]} />
            {t(`progress:confidences.${one}`)}
          </li>
        ))}
        <li className="confidence">
          <i className="swatch" />
          {t('report.notReported')}
        </li>
      </ul>
      <ul aria-label={t('report.pictures')}>
        {report.priorities.map(({ position, title, measures, byConfidence, notReported }) => (
          <li key={position} className="picture-row">
            <span className="name">
              {position}. {title}
            </span>
            <span className="shares" style={{ width: `${(100 * measures.length) / largest(report)}%` }}>
              {confidences
                .filter(one => byConfidence[one] > 0)
                .map(one => (
                  <span key={one} className={`share ${one}`} style={{ flexGrow: byConfidence[one] }}>
                    <Icon of={confidenceIcons[one]} size="small" />
                    {byConfidence[one]}
                    <span className="sr-only"> {t(`progress:confidences.${one}`)}</span>
                  </span>
                ))}
              {notReported > 0 && (
                <span className="share" style={{ flexGrow: notReported }}>
                  {notReported}
                  <span className="sr-only"> {t('report.notReported')}</span>
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <div className="picture-actions">
        <PictureFiles file={`/update-rounds/${report.id}/confidence.svg`} name="confidence" />
      </div>
    </div>
  )
}

const largest = (report: StatusReport) => Math.max(...report.priorities.map(priority => priority.measures.length))
