import { Link } from '@remix-run/react'
import { Trans, useTranslation } from 'react-i18next'
import { Note } from '#app/components/note'
import { Section } from '#app/components/section'
import { TextDifference } from '#app/components/text-difference'
import { addressOf } from './choose-texts'
import type { ShownRestoring } from './load-versions.server'
import { RestoreForm } from './restore-form'
import { useVersionHead } from './version-head'

/** What becomes of the text when a version comes back, before it does. */
export function Restoring({ measureId, restoring }: { measureId: string; restoring: ShownRestoring }) {
  const { t } = useTranslation('versions')
  const head = useVersionHead()
  const { version, rows, places, chosen } = restoring
  const name = t('versionLower', { number: version.number })
  return (
    <div id="verschil" className="comparison">
      <Section
        title={t('restore.title', { version: name })}
        end={<Link to={`?${addressOf(chosen)}#verschil`}>{t('authors.back')}</Link>}
      >
        {places === 0 ? (
          <>
            <Note tone="ok">{t('restore.already', { version: name })}</Note>
            <TextDifference rows={rows} folded={t('compare.read')} />
          </>
        ) : (
          <>
            <Note tone="info">
              <Trans t={t} i18nKey="restore.places" count={places} components={{ b: <strong /> }} />
            </Note>
            <TextDifference rows={rows} before={{ name: t('now'), detail: '' }} after={head(version)} />
            <RestoreForm measureId={measureId} version={version} />
          </>
        )}
      </Section>
    </div>
  )
}
