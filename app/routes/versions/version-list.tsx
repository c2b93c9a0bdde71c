import { Link } from '@remix-run/react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { BodyAvatar } from '#app/components/body-avatar'
import { Pill } from '#app/components/pill'
import { Section } from '#app/components/section'
import { useFormat } from '#app/i18n/use-format'
import { registerNumber } from '#server/decisions/decision.shared'
import type { ShownVersion } from './load-versions.server'

/** Every version, the newest first; each can be held beside the text of now. `shown`: the one that is. */
export function VersionList({ versions, shown }: { versions: ShownVersion[]; shown?: number }) {
  const { t } = useTranslation('versions')
  return (
    <Section title={t('list.title')} count={versions.length}>
      <ol className="version-rows" reversed>
        {versions.map(version => (
          <VersionRow key={version.number} version={version} isShown={version.number === shown} />
        ))}
      </ol>
    </Section>
  )
}

function VersionRow({ version, isShown }: { version: ShownVersion; isShown: boolean }) {
  const { t } = useTranslation(['versions', 'common'])
  const format = useFormat()
  const { number, name, author, createdAt, isCurrent } = version
  return (
    <li className={isShown ? 'shown' : undefined}>
      <p className="version-line">
        <Link to={`?from=${number}&to=now#verschil`} aria-current={isShown || undefined}>
          {t('version', { number })}
        </Link>
        {name && <strong>{name}</strong>}
        {isCurrent && <Pill tone="ok">{t('list.sameAsNow')}</Pill>}
      </p>
      <Why version={version} />
      <p className="version-who">
        {author ? (
          <>
            <BodyAvatar code={author.bodyCode} name={author.bodyName} colour={author.colour} small />
            <span>
              {author.personName}, {t(`common:roles.${author.role}`)}
            </span>
          </>
        ) : (
          <span>{t('list.import')}</span>
        )}
        <time dateTime={createdAt.toISOString()}>
          {format.date(createdAt)}, {format.time(createdAt)}
        </time>
      </p>
    </li>
  )
}

/** Why it was frozen, and what refers to it. */
function Why({ version: { reason, name, decisions } }: { version: ShownVersion }) {
  const { t } = useTranslation('versions')
  const isSaid = decisions.length > 0 ? reason === 'decision' : name !== null
  return (
    <p className="version-why">
      {!isSaid && t(`list.reasons.${reason}`)}
      {decisions.length > 0 && (
        <>
          {!isSaid && ', '}
          {t('list.onDecision')}{' '}
          {decisions.map((decision, index) => (
            <Fragment key={decision.id}>
              {index > 0 && ', '}
              <Link to={`/decisions/${decision.id}`}>{registerNumber(decision)}</Link>
            </Fragment>
          ))}
        </>
      )}
    </p>
  )
}
