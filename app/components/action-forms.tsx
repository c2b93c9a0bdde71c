import { useTranslation } from 'react-i18next'
import type { ActionInList } from '#server/actions/action.shared'
import type { ActionRights } from './action-row'
import { LineForm } from './line-form'
import { TextInput } from './text-input'

/** What the reader may do with an action; each asks for a line. */
export function ActionForms({ action, can }: { action: ActionInList; can: ActionRights }) {
  const { t } = useTranslation('actions')
  if (!can.carry && !can.drop) return null
  const shared = { action: '/actions', id: { name: 'actionItemId', value: action.id }, line: 'text' }
  const note = (
    <LineForm
      {...shared}
      intent="note-action"
      words={{ open: t('note'), label: t('noteText'), submit: t('noteNow'), done: t('stepDone.note') }}
    />
  )
  if (action.state !== 'open') {
    return (
      <div className="follow-forms">
        {can.carry && (
          <>
            {note}
            <LineForm
              {...shared}
              intent="reopen-action"
              words={{ open: t('reopen'), label: t('reopenWhy'), submit: t('reopenNow'), done: t('stepDone.reopened') }}
            />
          </>
        )}
      </div>
    )
  }
  return (
    <div className="follow-forms">
      {can.carry && (
        <>
          <LineForm
            {...shared}
            intent="finish-action"
            primary
            words={{
              open: t('finish'),
              label: t('finishHow'),
              hint: t('finishHint'),
              submit: t('finishNow'),
              done: t('stepDone.done'),
            }}
          />
          {note}
          <LineForm
            {...shared}
            intent="move-action"
            words={{ open: t('move'), label: t('moveWhy'), submit: t('moveNow'), done: t('stepDone.moved') }}
          >
            {(errors, values) => (
              <TextInput
                type="date"
                name="dueOn"
                label={t('moveDay')}
                defaultValue={values.dueOn ?? action.dueOn ?? ''}
                error={errors.dueOn}
              />
            )}
          </LineForm>
        </>
      )}
      {can.drop && (
        <LineForm
          {...shared}
          intent="drop-action"
          words={{ open: t('drop'), label: t('dropWhy'), submit: t('dropNow'), done: t('stepDone.dropped') }}
        />
      )}
    </div>
  )
}
