import { useFetcher } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Note } from '#app/components/note'
import { Select } from '#app/components/select'
import { TextInput } from '#app/components/text-input'
import type { FormReply } from '#app/form-reply'
import type { BodyMark } from '#server/bodies/body.shared'
import { attendanceCapacities, presences } from '#server/meetings/attendance.shared'
import { MEETING_TIME_ZONE } from '#server/meetings/meeting.shared'
import type { Attendee, MeetingDetail } from '#server/meetings/meeting-detail.shared'

const hours = new Intl.DateTimeFormat('nl-BE', {
  timeZone: MEETING_TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const asHour = (moment: Date | null) => (moment ? hours.format(moment).replace('.', ':') : '')

/** How somebody attends: there, from and until when, or who speaks for them. */
export function AttendeeForm({ attendee, meeting }: { attendee: Attendee; meeting: MeetingDetail }) {
  const { t } = useTranslation('meetings')
  const fetcher = useFetcher<FormReply>()
  const { id, presence, arrivedAt, leftAt, representedBy } = attendee
  const others = meeting.attendance.filter(other => other.id !== id && other.presence !== 'absent')
  const errors = fetcher.data?.errors ?? {}
  const isBusy = fetcher.state !== 'idle'
  return (
    <fetcher.Form method="post" className="attendee-form" key={`${presence} ${arrivedAt} ${leftAt} ${representedBy}`}>
      <input type="hidden" name="attendanceId" value={id} />
      {errors[''] && (
        <Note tone="bad" role="alert">
          {errors['']}
        </Note>
      )}
      <Select name="presence" label={t('fields.presence')} defaultValue={presence} small error={errors.presence}>
        {presences.map(value => (
          <option key={value} value={value}>
            {t(`presences.${value}`)}
          </option>
        ))}
      </Select>
      <TextInput
        name="arrivedAt"
        type="time"
        label={t('fields.arrivedAt')}
        defaultValue={asHour(arrivedAt)}
        error={errors.arrivedAt}
      />
      <TextInput
        name="leftAt"
        type="time"
        label={t('fields.leftAt')}
        defaultValue={asHour(leftAt)}
        error={errors.leftAt}
      />
      <Select
        name="representedById"
        label={t('fields.representedBy')}
        defaultValue={representedBy ?? ''}
        small
        error={errors.representedById}
      >
        <option value="">{t('fields.byNobody')}</option>
        {others.map(({ id, body, person }) => (
          <option key={id} value={id}>
            {body.code} · {person?.name ?? body.name}
          </option>
        ))}
      </Select>
      <div className="row">
        <Button type="submit" small name="what" value="change-attendance" disabled={isBusy}>
          {t('saveAttendance')}
        </Button>
        {presence === 'present' && !leftAt && meeting.status === 'in-session' && (
          <Button type="submit" small variant="ghost" name="what" value="leave" disabled={isBusy}>
            {t('leavesNow')}
          </Button>
        )}
      </div>
    </fetcher.Form>
  )
}

/** Everybody of the group at once, or one more. */
export function AddAttendee({ bodies }: { bodies: BodyMark[] | null }) {
  const { t } = useTranslation('meetings')
  const everybody = useFetcher<FormReply>()
  const one = useFetcher<FormReply>()
  const errors = one.data?.errors ?? {}
  return (
    <div className="add-attendee">
      <everybody.Form method="post">
        <Button
          type="submit"
          small
          variant="ghost"
          name="what"
          value="expect-members"
          disabled={everybody.state !== 'idle'}
        >
          {t('expectMembers')}
        </Button>
      </everybody.Form>
      {bodies && (
        <details>
          <summary className="button ghost small">{t('addAttendee')}</summary>
          <one.Form method="post" className="attendee-form">
            <input type="hidden" name="what" value="add-attendee" />
            <Select name="bodyId" label={t('fields.body')} small error={errors.bodyId}>
              {bodies.map(body => (
                <option key={body.id} value={body.id}>
                  {body.code} · {body.name}
                </option>
              ))}
            </Select>
            <Select name="capacity" label={t('fields.capacity')} small defaultValue="guest" error={errors.capacity}>
              {attendanceCapacities.map(value => (
                <option key={value} value={value}>
                  {t(`capacities.${value}`)}
                </option>
              ))}
            </Select>
            <TextInput
              name="description"
              optional
              label={t('fields.description')}
              error={errors.description}
              fieldClassName="wide"
            />
            <Button type="submit" small disabled={one.state !== 'idle'}>
              {t('addIt2')}
            </Button>
          </one.Form>
        </details>
      )}
    </div>
  )
}
