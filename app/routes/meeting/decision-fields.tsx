import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form, useNavigation } from '@remix-run/react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Button } from '#app/components/button'
import { Note } from '#app/components/note'
import { TextArea } from '#app/components/text-area'
import { TextInput } from '#app/components/text-input'
import { useReason } from '#app/i18n/use-reason'
import { type RecordDecisionInput, recordDecisionInput, registerNumber } from '#server/decisions/decision.shared'
import type { AgendaItem } from '#server/meetings/meeting-detail.shared'
import { ActionFields } from './action-fields'
import { ConfirmDecision } from './confirm-decision'
import { CorrectedDecision } from './corrected-decision'
import { answerDecisionKeys } from './decision-keys'
import { type Draft, keepDraft } from './draft'
import { EffectFields } from './effect-fields'
import type { MeetingChoices } from './meeting-choices'
import { ReservationFields } from './reservation-fields'
import { ResultChoice } from './result-choice'
import { possibleReservations, type Stands, startingTexts } from './stands'
import { StandsInShort } from './stands-in-short'
import { StartingTexts } from './starting-texts'
import { TabledMeasures } from './tabled-measures'
import { useAnswerTo } from './use-answer-to'

export type DecisionFormValues = z.input<typeof recordDecisionInput>

interface Props {
  decisionId: string
  item: AgendaItem
  choices: MeetingChoices
  /** on that item */
  stands: Stands
  /** what was typed here before */
  draft: Draft | undefined
}

/** What a decision consists of; asks once more before it records, since what is recorded stands. */
export function DecisionFields({ decisionId, item, choices, stands, draft }: Props) {
  const { t } = useTranslation(['decisions', 'actions'])
  const reason = useReason()
  const isBusy = useNavigation().state !== 'idle'
  const [asked, setAsked] = useState<RecordDecisionInput>()
  const isConfirmed = useRef(false)
  const element = useRef<HTMLFormElement>(null)
  const [form, fields] = useForm<DecisionFormValues, RecordDecisionInput>({
    id: `decide-${decisionId}`,
    lastResult: useAnswerTo('record-decision'),
    defaultValue: {
      title: item.title,
      reachedBy: 'consensus',
      measureIds: item.measures.map(measure => measure.id),
      ...draft,
    },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: recordDecisionInput }),
    shouldRevalidate: 'onInput',
    onSubmit(event, { submission }) {
      if (isConfirmed.current) return
      event.preventDefault()
      if (submission?.status === 'success') setAsked(submission.value)
    },
  })
  const number = registerNumber(choices.nextDecision)

  const keep = (element: HTMLFormElement) => {
    const {
      decisionId: _,
      agendaItemId: __,
      seen: ___,
      ...typed
    } = parseWithZod(new FormData(element), {
      schema: recordDecisionInput,
    }).payload
    keepDraft(item.id, typed)
  }
  const record = () => {
    // The fields still hold what was asked about: the page draws anew only after this.
    isConfirmed.current = true
    element.current?.requestSubmit()
    isConfirmed.current = false
    setAsked(undefined)
  }
  return (
    <>
      <Form
        ref={element}
        method="post"
        id={form.id}
        onSubmit={form.onSubmit}
        noValidate={form.noValidate}
        className="part"
        onInput={event => keep(event.currentTarget)}
        onKeyDown={answerDecisionKeys}
        aria-labelledby={`${form.id}-heading`}
      >
        <h3 id={`${form.id}-heading`}>{t('form.title')}</h3>
        {form.errors && (
          <Note tone="bad" role="alert" className="mb-4">
            {reason(form.errors)}
          </Note>
        )}
        <input type="hidden" name="what" value="record-decision" />
        <input type="hidden" name={fields.decisionId.name} value={decisionId} />
        <input type="hidden" name={fields.agendaItemId.name} value={item.id} />
        <StandsInShort stands={stands} />
        <div className="decide">
          <ResultChoice
            name={fields.result.name}
            initial={fields.result.initialValue}
            error={reason(fields.result.errors)}
          />
          <div>
            <TextArea
              key={fields.text.key}
              name={fields.text.name}
              rows={6}
              required
              label={t('form.text')}
              hint={t(draft ? 'form.draftBack' : 'form.textHint')}
              defaultValue={fields.text.initialValue}
              error={reason(fields.text.errors)}
            />
            <StartingTexts name={fields.text.name} texts={startingTexts(item, stands)} />
            <TextInput
              name={fields.title.name}
              label={t('form.titleField')}
              defaultValue={fields.title.initialValue}
              error={reason(fields.title.errors)}
            />
          </div>
        </div>
        <ReservationFields
          form={form}
          fields={fields}
          bodies={choices.bodies}
          possible={possibleReservations(stands)}
        />
        <EffectFields form={form} fields={fields} item={item} choices={choices} />
        <ActionFields form={form} fields={fields} bodies={choices.bodies} />
        <CorrectedDecision field={fields.correctsId} correctable={choices.correctable} />
        <TabledMeasures fields={fields} item={item} choices={choices} asked={asked} />
        <div className="end">
          <span className="keys">{t('actions:form.keys')}</span>
          <Button type="submit" variant="primary" disabled={isBusy}>
            {t('form.record', { number })}
          </Button>
        </div>
      </Form>
      <ConfirmDecision
        asked={asked}
        number={number}
        item={item}
        choices={choices}
        onCancel={() => setAsked(undefined)}
        onConfirm={record}
      />
    </>
  )
}
