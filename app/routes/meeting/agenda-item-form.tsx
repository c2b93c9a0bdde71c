import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton, LinkButton } from '#app/components/button'
import { Note } from '#app/components/note'
import { Select } from '#app/components/select'
import { TextArea } from '#app/components/text-area'
import { TextInput } from '#app/components/text-input'
import { useFormat } from '#app/i18n/use-format'
import { useReason } from '#app/i18n/use-reason'
import { addAgendaItemInput, agendaItemKinds, changeAgendaItemInput } from '#server/meetings/meeting.shared'
import type { AgendaItem } from '#server/meetings/meeting-detail.shared'
import { MeasurePicker } from './measure-picker'
import type { MeetingChoices } from './meeting-choices'
import { useAnswerTo } from './use-answer-to'

const newItem = addAgendaItemInput.omit({ meetingId: true })

interface Props {
  choices: MeetingChoices
  /** the page to go back to */
  back: string
  /** what is changed; without it, an item is added at the end of the agenda */
  item?: AgendaItem
}

/** What an item of the agenda says and is about. */
export function AgendaItemForm({ choices, back, item }: Props) {
  const { t } = useTranslation('meetings')
  const { t: common } = useTranslation()
  const reason = useReason()
  const format = useFormat()
  const rounds = choices.rounds.map(({ id, title, closedAt }) => ({
    id,
    number: null,
    title: `${title} · ${closedAt ? t('roundClosed', { date: format.date(closedAt) }) : t('roundOpen')}`,
  }))
  const schema = item ? changeAgendaItemInput : newItem
  const [form, { title, kind, minutes, presenterBodyId, summary, measureIds, roundIds, links }] = useForm({
    id: item ? `change-${item.id}` : 'add-item',
    lastResult: useAnswerTo('add-item', 'change-item') as never,
    defaultValue: item && asValues(item),
    onValidate: ({ formData }) => parseWithZod(formData, { schema: schema as typeof newItem }),
    shouldRevalidate: 'onInput',
  })
  return (
    <section className="current-item" aria-labelledby="item-form-title">
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="part">
        {/* Enter sends the form, not the first button that takes a link away. */}
        <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true" />
        <h2 id="item-form-title">{t(item ? 'changeItemTitle' : 'addItemTitle')}</h2>
        {form.errors && (
          <Note tone="bad" role="alert" className="mb-4">
            {reason(form.errors)}
          </Note>
        )}
        <input type="hidden" name="what" value={item ? 'change-item' : 'add-item'} />
        {item && (
          <>
            <input type="hidden" name="agendaItemId" value={item.id} />
            <input type="hidden" name="revision" value={item.revision} />
          </>
        )}
        <TextInput
          name={title.name}
          required
          autoFocus
          label={t('fields.itemTitle')}
          defaultValue={title.initialValue}
          error={reason(title.errors)}
        />
        <div className="thirds">
          <Select
            name={kind.name}
            label={t('fields.kind')}
            defaultValue={kind.initialValue ?? 'decision'}
            error={reason(kind.errors)}
          >
            {agendaItemKinds.map(value => (
              <option key={value} value={value}>
                {t(`kinds.${value}`)}
              </option>
            ))}
          </Select>
          <TextInput
            name={minutes.name}
            type="number"
            min={1}
            max={600}
            label={t('fields.minutes')}
            defaultValue={minutes.initialValue}
            error={reason(minutes.errors)}
          />
          <Select
            name={presenterBodyId.name}
            label={t('fields.presenter')}
            defaultValue={presenterBodyId.initialValue}
            error={reason(presenterBodyId.errors)}
          >
            <option value="">{t('fields.nobody')}</option>
            {choices.bodies.map(body => (
              <option key={body.id} value={body.id}>
                {body.code} · {body.name}
              </option>
            ))}
          </Select>
        </div>
        <MeasurePicker
          name={measureIds.name}
          legend={t('fields.measures')}
          measures={choices.measures}
          initial={asList(measureIds.initialValue)}
          error={reason(measureIds.errors)}
        />
        {rounds.length > 0 && (
          <MeasurePicker
            name={roundIds.name}
            legend={t('fields.rounds')}
            measures={rounds}
            initial={asList(roundIds.initialValue)}
            error={reason(roundIds.errors)}
          />
        )}
        <TextArea
          name={summary.name}
          optional
          label={t('fields.summary')}
          defaultValue={summary.initialValue}
          error={reason(summary.errors)}
        />
        <fieldset className="item-links">
          <legend className="label">{t('fields.links')}</legend>
          {links.getFieldList().map((row, index) => {
            const link = row.getFieldset()
            return (
              <div className="item-link" key={row.key}>
                <TextInput
                  name={link.title.name}
                  label={t('fields.linkTitle')}
                  defaultValue={link.title.initialValue}
                  error={reason(link.title.errors)}
                />
                <TextInput
                  name={link.url.name}
                  type="url"
                  label={t('fields.linkUrl')}
                  placeholder="https://"
                  defaultValue={link.url.initialValue}
                  error={reason(link.url.errors)}
                />
                <IconButton
                  {...form.remove.getButtonProps({ name: links.name, index })}
                  type="submit"
                  icon={X}
                  variant="ghost"
                  label={t('fields.removeLink', { number: index + 1 })}
                />
              </div>
            )
          })}
          <Button {...form.insert.getButtonProps({ name: links.name })} type="submit" small icon={Plus}>
            {t('fields.addLink')}
          </Button>
        </fieldset>
        <div className="end">
          <Button type="submit" variant="primary">
            {t(item ? 'saveItem' : 'addIt')}
          </Button>
          <LinkButton to={back}>{common('cancel')}</LinkButton>
        </div>
      </Form>
    </section>
  )
}

const asValues = (item: AgendaItem) => ({
  title: item.title,
  kind: item.kind,
  minutes: item.minutesAllotted ?? undefined,
  presenterBodyId: item.presenter?.id ?? '',
  summary: item.summary,
  measureIds: item.measures.map(measure => measure.id),
  roundIds: item.rounds.map(round => round.id),
  links: item.links,
})

/** One ticked box comes back as a word, several as a list. */
const asList = (value: string | (string | undefined)[] | undefined) =>
  (Array.isArray(value) ? value : [value]).filter(entry => entry !== undefined)
