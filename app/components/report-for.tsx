import { useTranslation } from 'react-i18next'
import type { Reporting } from '#server/measures/progress-access.shared'
import { Select } from './select'

/** For which body the report speaks; said plainly where that is not the reader's own. */
export function ReportFor({
  reporting: { bodies },
  ownCode,
  chosen,
}: {
  reporting: Reporting
  ownCode: string
  chosen: string | undefined
}) {
  const { t } = useTranslation('progress')
  const [only] = bodies
  if (!only) return <p className="mt-3 text-sm text-ink-2">{t('form.onBehalfOfNobody', { code: ownCode })}</p>
  if (bodies.length > 1) {
    return (
      <Select
        name="bodyId"
        label={t('form.forBody')}
        defaultValue={chosen ?? only.bodyId}
        fieldClassName="field mt-4 max-w-md"
      >
        {bodies.map(({ bodyId, code, name }) => (
          <option key={bodyId} value={bodyId}>
            {code} · {name}
          </option>
        ))}
      </Select>
    )
  }
  return only.isOwn ? null : <p className="mt-3 text-sm text-ink-2">{t('form.onBehalf', { body: only.code })}</p>
}
