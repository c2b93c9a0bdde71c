import { useFetcher } from '@remix-run/react'
import { Hand, Mic } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { BodyAvatar } from '#app/components/body-avatar'
import { Button } from '#app/components/button'
import { Icon } from '#app/components/icon'
import type { FormReply } from '#app/form-reply'
import type { FloorRequest, MeetingClock } from '#server/meetings/session.shared'
import { useNow } from './use-now'

interface Props {
  requests: FloorRequest[]
  clock: MeetingClock
  personId: string
  canRun: boolean
  canAsk: boolean
}

/** Who has the floor and who asks for it, in the order of asking. */
export function FloorList({ requests, clock, personId, canRun, canAsk }: Props) {
  const { t } = useTranslation('session')
  const fetcher = useFetcher<FormReply>()
  const mine = requests.find(request => request.personId === personId)
  const waiting = requests.filter(request => !request.givenAt).length
  return (
    <section aria-labelledby="floor-title">
      <h2 id="floor-title">
        {t('floor')} {waiting > 0 && <span className="count">{waiting}</span>}
      </h2>
      <p className="sr-only" role="status">
        {t('waiting', { count: waiting })}
      </p>
      {requests.length === 0 && <p>{t('nobodyAsks')}</p>}
      <ul className="floor">
        {requests.map(request => (
          <Row
            key={request.id}
            request={request}
            clock={clock}
            isMine={request.personId === personId}
            canRun={canRun}
          />
        ))}
      </ul>
      {canAsk && !mine && (
        <fetcher.Form method="post">
          <Button
            type="submit"
            small
            icon={Hand}
            name="what"
            value="ask-floor"
            data-key="hand"
            aria-keyshortcuts="Alt+H"
            disabled={fetcher.state !== 'idle'}
          >
            {t('askFloor')}
          </Button>
        </fetcher.Form>
      )}
    </section>
  )
}

function Row({
  request,
  clock,
  isMine,
  canRun,
}: {
  request: FloorRequest
  clock: MeetingClock
  isMine: boolean
  canRun: boolean
}) {
  const { t } = useTranslation('session')
  const fetcher = useFetcher<FormReply>()
  const now = useNow(clock)
  const { id, body, name, askedAt, givenAt } = request
  const minutes = Math.max(0, Math.floor((now - (givenAt ?? askedAt).getTime()) / 60_000))
  return (
    <li className={givenAt ? 'speaks' : undefined}>
      <BodyAvatar {...body} small />
      <span className="who">
        {name}
        <small>
          {givenAt ? (
            <>
              <Icon of={Mic} size="small" /> {t('speaks')} · {t('minutes', { count: minutes })}
            </>
          ) : minutes === 0 ? (
            t('justNow')
          ) : (
            t('minutes', { count: minutes })
          )}
        </small>
      </span>
      <fetcher.Form method="post" className="row">
        <input type="hidden" name="requestId" value={id} />
        {canRun && !givenAt && (
          <Button
            type="submit"
            small
            name="what"
            value="give-floor"
            aria-label={t('giveTo', { name, body: body.code })}
            disabled={fetcher.state !== 'idle'}
          >
            {t('give')}
          </Button>
        )}
        {(isMine || canRun) && (
          <Button
            type="submit"
            small
            variant="ghost"
            name="what"
            value="end-floor"
            aria-label={`${t(givenAt ? 'done' : 'withdraw')}: ${name}`}
            disabled={fetcher.state !== 'idle'}
          >
            {t(givenAt ? 'done' : 'withdraw')}
          </Button>
        )}
      </fetcher.Form>
    </li>
  )
}
