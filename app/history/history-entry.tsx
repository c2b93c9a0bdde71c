import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BodyAvatar } from '#app/components/body-avatar'
import { useFormat } from '#app/i18n/use-format'
import type { HistoryLine, HistoryNames } from '#server/measures/history.shared'
import type { Change } from './history-words'
import { useWords } from './use-words'

/** One thing that was done: by whom, under which mandate, and from what to what. */
export function HistoryEntry({ line, names, withDay }: { line: HistoryLine; names: HistoryNames; withDay?: boolean }) {
  const { t } = useTranslation(['history', 'common'])
  const format = useFormat()
  const { sentence, changes } = useWords(names)
  const { at, measureId, subject, personName, role, bodyCode, bodyName, colour, times } = line
  const changed = changes(line)
  const isOfAnother = subject.type === 'measure' && subject.id !== measureId
  return (
    <li className="history-entry" data-verb={line.verb}>
      <span className="mark">
        <BodyAvatar code={bodyCode ?? t('importCode')} name={bodyName ?? t('import')} colour={colour} small />
      </span>
      <div className="what">
        <p>
          <strong>{personName ?? t('import')}</strong>{' '}
          {role && <span className="text-ink-3">({t(`common:roles.${role}`)})</span>} {sentence(line)}{' '}
          <Subject line={line} isOfAnother={isOfAnother} />
          {times > 1 && <span className="text-ink-3"> · {t('count', { count: times })}</span>}
        </p>
        {changed.length > 0 && (
          <dl className="history-changes">
            {changed.map(change => (
              <ChangeRow key={change.field} change={change} />
            ))}
          </dl>
        )}
        <TextLinks line={line} />
      </div>
      <time className="when" dateTime={at.toISOString()}>
        {withDay && <span>{format.date(at)} </span>}
        {format.time(at)}
      </time>
    </li>
  )
}

/** What it was about, where that is another record than the measure. */
function Subject({ line: { subject, verb, after }, isOfAnother }: { line: HistoryLine; isOfAnother: boolean }) {
  const { t } = useTranslation('history')
  if (!subject.title) return null
  if (isOfAnother && !verb.startsWith('dependency.')) {
    return (
      <>
        {t('about')} <Link to={`/measures/${subject.id}`}>{subject.title}</Link>
      </>
    )
  }
  if (subject.type === 'decision') {
    const title = typeof after.register === 'string' ? `${after.register} ${subject.title}` : subject.title
    return <Link to={`/decisions/${subject.id}`}>{title}</Link>
  }
  if (subject.meetingId) return <Link to={`/meetings/${subject.meetingId}`}>{subject.title}</Link>
  return null
}

function ChangeRow({ change: { label, was, became } }: { change: Change }) {
  const { t } = useTranslation('history')
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {was && (
          <>
            <span className="sr-only">{t('was')} </span>
            <del>{was}</del>{' '}
            <span aria-hidden="true" className="arrow">
              →
            </span>{' '}
          </>
        )}
        <span className="sr-only">{t('became')} </span>
        {became ? <ins>{became}</ins> : <i className="text-ink-3">{t('empty')}</i>}
      </dd>
    </div>
  )
}

/** The way to the comparison of the versions around what was written. */
function TextLinks({ line: { verb, subject, versions, before, after } }: { line: HistoryLine }) {
  const { t } = useTranslation('history')
  if (subject.type !== 'measure' || !verb.startsWith('text.')) return null
  const page = `/measures/${subject.id}/versions`
  if (versions) {
    const address =
      versions.from === null
        ? `${page}?view=authors`
        : `${page}?from=${versions.from}&to=${versions.to ?? 'now'}#verschil`
    return (
      <p>
        <Link to={address}>{versions.from === null ? t('seeVersions') : t('compare')}</Link>
      </p>
    )
  }
  const from = verb === 'text.version-named' ? after.version : before.version
  const to = verb === 'text.restored' ? after.version : 'now'
  return (
    <p>
      <Link to={`${page}?from=${from}&to=${to}#verschil`}>
        {to === 'now' ? t('compare') : t('compareVersions', { from: to, to: from })}
      </Link>
    </p>
  )
}
