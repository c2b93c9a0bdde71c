import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Note } from '#app/components/note'
import { Select } from '#app/components/select'
import { TextInput } from '#app/components/text-input'
import { useFormat } from '#app/i18n/use-format'
import { useFormReply } from '#app/use-form-reply'
import type { ApprovingMeeting } from '#server/minutes/minutes.shared'

const FORTNIGHT = 14 * 86_400_000

const Refused = ({ error }: { error: string | undefined }) =>
  error ? (
    <Note tone="bad" role="alert">
      {error}
    </Note>
  ) : null

/** Sends them round, until a day. */
export function SendForm({ commentUntil }: { commentUntil: string | null }) {
  const { t } = useTranslation('minutes')
  const { today } = useFormat()
  const { Form, formProps, isBusy, errors, values } = useFormReply('send')
  const inTwoWeeks = new Date(Date.parse(today) + FORTNIGHT).toISOString().slice(0, 10)
  return (
    <Form {...formProps} className="side-form">
      <Refused error={errors['']} />
      <TextInput
        type="date"
        name="commentUntil"
        label={t('until')}
        min={today}
        defaultValue={values.commentUntil ?? commentUntil ?? inTwoWeeks}
        error={errors.commentUntil}
        required
      />
      <Button type="submit" variant={commentUntil ? undefined : 'primary'} name="intent" value="send" disabled={isBusy}>
        {t(commentUntil ? 'sendAgain' : 'send')}
      </Button>
    </Form>
  )
}

/** Makes them a draft again, to work on. */
export function TakeBackForm() {
  const { t } = useTranslation('minutes')
  const { Form, formProps, isBusy, errors } = useFormReply('take-back')
  return (
    <Form {...formProps} className="side-form">
      <Refused error={errors['']} />
      <p className="text-ink-3">{t('takeBackHint')}</p>
      <Button type="submit" name="intent" value="take-back" disabled={isBusy}>
        {t('takeBack')}
      </Button>
    </Form>
  )
}

/** Puts their approval on the agenda of a later meeting. */
export function TableForm({ title, later, isAgain }: { title: string; later: ApprovingMeeting[]; isAgain: boolean }) {
  const { t } = useTranslation('minutes')
  const format = useFormat()
  const { Form, formProps, isBusy, errors } = useFormReply('table')
  if (later.length === 0) return <p>{t('noLater')}</p>
  return (
    <Form {...formProps} className="side-form">
      <Refused error={errors['']} />
      <input type="hidden" name="title" value={t('itemTitle', { meeting: title }).slice(0, 200)} />
      <Select name="place" label={t('chooseMeeting')} error={errors.place}>
        {later.map(meeting => (
          <optgroup key={meeting.id} label={meeting.title}>
            <option value={meeting.id}>
              {t('newItem', { date: format.date(meeting.startsAt), meeting: meeting.title })}
            </option>
            {meeting.items.map(item => (
              <option key={item.id} value={`${meeting.id} ${item.id}`}>
                {t('existingItem', {
                  date: format.date(meeting.startsAt),
                  position: item.position,
                  title: item.title,
                })}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
      <Button type="submit" name="intent" value="table" disabled={isBusy}>
        {t(isAgain ? 'tableAgain' : 'table')}
      </Button>
    </Form>
  )
}

/** Freezes what was approved with changes. */
export function FinishForm() {
  const { t } = useTranslation('minutes')
  const { Form, formProps, isBusy, errors } = useFormReply('finish')
  return (
    <Form {...formProps} className="side-form">
      <Refused error={errors['']} />
      <Note tone="warn">{t('withChanges')}</Note>
      <Button type="submit" variant="primary" name="intent" value="finish" disabled={isBusy}>
        {t('finish')}
      </Button>
      <p className="text-ink-3">{t('finishHint')}</p>
    </Form>
  )
}
