import { useFetcher } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { useFormat } from '#app/i18n/use-format'
import type { ProposedItem } from '#server/agendas/proposal.shared'

const SHOWN = 5

/** What the group has to come back to, each with its reason, and one click away from the agenda. */
export function ProposedItems({ meetingId, items }: { meetingId: string; items: ProposedItem[] }) {
  const { t } = useTranslation('meetings')
  const [isAll, setAll] = useState(false)
  if (items.length === 0) return null
  const shown = isAll ? items : items.slice(0, SHOWN)
  return (
    <section className="proposed" aria-labelledby="proposed-title">
      <h2 id="proposed-title">
        {t('proposed')} <span className="count">{items.length}</span>
      </h2>
      <ul>
        {shown.map(item => (
          <Proposal key={`${item.reason} ${item.subjectId}`} meetingId={meetingId} item={item} />
        ))}
      </ul>
      {items.length > SHOWN && !isAll && (
        <Button small variant="ghost" onClick={() => setAll(true)}>
          {t('moreProposed', { count: items.length - SHOWN })}
        </Button>
      )}
    </section>
  )
}

function Proposal({ meetingId, item }: { meetingId: string; item: ProposedItem }) {
  const { t } = useTranslation('meetings')
  const format = useFormat()
  const fetcher = useFetcher()
  const { reason, subjectId, title, detail, since, kind, measureIds, agendaItemId } = item
  const isDay = typeof since === 'string'
  const when = since && (isDay ? format.date(since) : format.date(new Date(since)))
  return (
    <li>
      <fetcher.Form method="post">
        {agendaItemId ? (
          <>
            <input type="hidden" name="what" value="transfer-item" />
            <input type="hidden" name="how" value="carry-over" />
            <input type="hidden" name="agendaItemId" value={agendaItemId} />
            <input type="hidden" name="toMeetingId" value={meetingId} />
          </>
        ) : reason === 'minutes' ? (
          <>
            <input type="hidden" name="what" value="table-minutes" />
            <input type="hidden" name="minutesOf" value={subjectId} />
            <input type="hidden" name="title" value={t(`proposedTitles.${reason}`, { title }).slice(0, 200)} />
          </>
        ) : (
          <>
            <input type="hidden" name="what" value="add-item" />
            <input type="hidden" name="kind" value={kind} />
            <input type="hidden" name="title" value={t(`proposedTitles.${reason}`, { title }).slice(0, 200)} />
            <input type="hidden" name="summary" value={detail} />
            <input type="hidden" name="proposedFor" value={reason} />
            <input type="hidden" name="proposedSubjectId" value={subjectId} />
            {measureIds.map(id => (
              <input key={id} type="hidden" name="measureIds" value={id} />
            ))}
          </>
        )}
        <p className="reason">
          {t(`proposals.${reason}`)}
          {when && ` · ${when}`}
        </p>
        <p className="title" lang="nl">
          {title}
        </p>
        {detail && (
          <p className="detail" lang="nl">
            {detail}
          </p>
        )}
        <Button
          type="submit"
          small
          icon={Plus}
          aria-label={t('addProposed', { title })}
          disabled={fetcher.state !== 'idle'}
        >
          {t('addIt')}
        </Button>
      </fetcher.Form>
    </li>
  )
}
