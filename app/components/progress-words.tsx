import './progress.css'
import { useTranslation } from 'react-i18next'
import type { ProgressReport } from '#server/measures/progress.shared'

/** What was done, what hinders and what comes next, as far as it was said. */
export function ProgressWords({ report }: { report: ProgressReport }) {
  const { t } = useTranslation('progress')
  const said = (['achieved', 'hindrance', 'upcoming'] as const).filter(part => report[part])
  if (said.length === 0) return null
  return (
    <dl className="progress-words">
      {said.map(part => (
        <div key={part}>
          <dt>{t(part)}</dt>
          <dd lang="nl">{report[part]}</dd>
        </div>
      ))}
    </dl>
  )
}
