import { Link, useFetcher } from '@remix-run/react'
import { Pencil } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/components/button'
import { Note } from '#app/components/note'
import { Select } from '#app/components/select'
import { useToast } from '#app/components/toast'
import type { FormReply } from '#app/form-reply'
import { useFormat } from '#app/i18n/use-format'
import type { AgendaItem } from '#server/meetings/meeting-detail.shared'
import type { OtherMeeting } from './meeting-choices'

interface Props {
  item: AgendaItem
  meetingId: string
  canRemove: boolean
  /** the item can still be moved to another meeting */
  others: OtherMeeting[]
}

/** What can be done with an item as a whole: change it, take it off, put it on another agenda. */
export function ItemActions({ item, meetingId, canRemove, others }: Props) {
  const { t } = useTranslation('meetings')
  const format = useFormat()
  const fetcher = useFetcher<FormReply>()
  const toast = useToast()
  const told = useRef<FormReply>()
  useEffect(() => {
    if (fetcher.state !== 'idle' || !fetcher.data?.ok || told.current === fetcher.data) return
    told.current = fetcher.data
    const { how } = fetcher.data.values
    if (how) toast(t(`transferred.${how as 'copy'}`, { title: item.title }))
  }, [fetcher.state, fetcher.data, toast, t, item.title])
  const error = fetcher.data && Object.values(fetcher.data.errors)[0]
  const isBusy = fetcher.state !== 'idle'
  return (
    <div className="item-actions">
      {error && (
        <Note tone="bad" role="alert">
          {error}
        </Note>
      )}
      <div className="row">
        <LinkButton small icon={Pencil} to={`?item=${item.id}&edit`}>
          {t('changeItem')}
        </LinkButton>
        <fetcher.Form method="post">
          <input type="hidden" name="agendaItemId" value={item.id} />
          <input type="hidden" name="how" value="copy" />
          <input type="hidden" name="toMeetingId" value={meetingId} />
          <Button type="submit" small variant="ghost" name="what" value="transfer-item" disabled={isBusy}>
            {t('duplicate')}
          </Button>
        </fetcher.Form>
        {canRemove && <RemoveItem item={item} />}
        {others.length > 0 && (
          <details className="transfer">
            <summary className="button ghost small">{t('toOther')}</summary>
            <fetcher.Form method="post">
              <input type="hidden" name="what" value="transfer-item" />
              <input type="hidden" name="agendaItemId" value={item.id} />
              <Select name="toMeetingId" label={t('fields.toMeeting')}>
                {others.map(meeting => (
                  <option key={meeting.id} value={meeting.id}>
                    {format.date(meeting.startsAt)} · {meeting.title}
                  </option>
                ))}
              </Select>
              <div className="row">
                {canRemove && (
                  <Button type="submit" small name="how" value="move" disabled={isBusy}>
                    {t('how.move')}
                  </Button>
                )}
                {!item.carriedTo && (
                  <Button type="submit" small name="how" value="carry-over" disabled={isBusy}>
                    {t('how.carry-over')}
                  </Button>
                )}
                <Button type="submit" small name="how" value="copy" disabled={isBusy}>
                  {t('how.copy')}
                </Button>
              </div>
            </fetcher.Form>
          </details>
        )}
      </div>
    </div>
  )
}

/** Takes the item off; it can be put back, at the end of the agenda, as long as the message stands. */
function RemoveItem({ item }: { item: AgendaItem }) {
  const { t } = useTranslation('meetings')
  const fetcher = useFetcher<FormReply>({ key: 'remove-item' })
  const error = fetcher.data && Object.values(fetcher.data.errors)[0]
  return (
    <fetcher.Form method="post">
      {error && (
        <Note tone="bad" role="alert">
          {error}
        </Note>
      )}
      <input type="hidden" name="agendaItemId" value={item.id} />
      <Button type="submit" small variant="ghost" name="what" value="remove-item" disabled={fetcher.state !== 'idle'}>
        {t('removeItem')}
      </Button>
    </fetcher.Form>
  )
}

/** Where an item came from, and where it goes on. */
export function Carried({ item }: { item: AgendaItem }) {
  const { t } = useTranslation('meetings')
  const { carriedFrom, carriedTo } = item
  if (!carriedFrom && !carriedTo) return null
  return (
    <p className="carried">
      {carriedFrom && (
        <Link to={`/meetings/${carriedFrom.meetingId}?item=${carriedFrom.id}`}>{t('carriedFromHere')}</Link>
      )}{' '}
      {carriedTo && <Link to={`/meetings/${carriedTo.meetingId}?item=${carriedTo.id}`}>{t('carriedToHere')}</Link>}
    </p>
  )
}
