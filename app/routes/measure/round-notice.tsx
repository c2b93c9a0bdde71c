import { Link } from '@remix-run/react'
import { Trans, useTranslation } from 'react-i18next'
import { Note } from '#app/components/note'
import { useFormat } from '#app/i18n/use-format'
import type { PositionsOnMeasure } from './load-positions.server'

/** Above the text: on which version bodies are asked, whether the text has changed since, and what the reader owes. */
export function RoundNotice({ measureId, standing }: { measureId: string; standing: PositionsOnMeasure }) {
  const { t } = useTranslation('positions')
  const format = useFormat()
  const { round, places, positions } = standing
  if (!round || (round.closedAt && places === 0)) return null
  const own = positions.filter(position => position.isOwn)
  const owes = !round.closedAt && own.some(position => !position.positionId)
  const isStale = own.some(position => position.isStale && position.positionId)
  const says = {
    version: round.version,
    date: format.date(round.closedAt ?? round.closesAt),
  }
  const mine = `/position-rounds/${round.id}?measure=${measureId}#mine-${measureId}`
  return (
    <Note tone={isStale ? 'warn' : 'info'} className="round-notice">
      <p>
        <Trans
          t={t}
          i18nKey={round.closedAt ? 'measure.noticeClosed' : 'measure.noticeOpen'}
          values={says}
          components={{ b: <strong /> }}
        />{' '}
        {places > 0 && (
          <>
            <Trans t={t} i18nKey="measure.moved" count={places} components={{ b: <strong /> }} />{' '}
          </>
        )}
        {owes && <>{t('measure.yours')} </>}
        {isStale && <>{t('measure.yourStale')} </>}
      </p>
      <p className="ways">
        {places > 0 && (
          <Link to={`/measures/${measureId}/versions?from=${round.version}&to=now#verschil`}>
            {t('measure.showDifference')}
          </Link>
        )}
        {owes ? (
          <Link to={mine}>{t('measure.take')}</Link>
        ) : isStale ? (
          <Link to={mine}>{t('home.look')}</Link>
        ) : (
          <Link to={`/position-rounds/${round.id}`}>{t('measure.showRound')}</Link>
        )}
      </p>
    </Note>
  )
}
