import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/button'
import { addressOf } from './choose-texts'
import type { ShownComparison } from './load-versions.server'

/** The way back to either of two versions that are compared; what it would change is seen first. */
export function RestoreLinks({ comparison }: { comparison: ShownComparison }) {
  const { t } = useTranslation('versions')
  const { from, to } = comparison
  const versions = [from, ...(to === 'now' || to.number === from.number ? [] : [to])].filter(
    version => !version.isCurrent,
  )
  if (versions.length === 0) return null
  return (
    <p className="restore-links">
      {versions.map(({ number }) => (
        <LinkButton key={number} small to={`?${addressOf(comparison)}&restore=${number}#verschil`}>
          {t('restore.open', { version: t('versionLower', { number }) })}
        </LinkButton>
      ))}
    </p>
  )
}
