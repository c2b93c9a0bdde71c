import { Link, useLocation } from '@remix-run/react'
import { Bookmark, Trash2, Users } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '#app/components/button'
import { Icon } from '#app/components/icon'
import { TextInput } from '#app/components/text-input'
import { useToast } from '#app/components/toast'
import { useClosing } from '#app/components/use-closing'
import { useFormReply } from '#app/use-form-reply'
import type { SavedView } from '#server/measures/saved-view.shared'

/** A saved view, and what the reader may do with it. */
export type OfferedView = SavedView & { canChange: boolean }

/** The address as a view keeps it: without the page of a list. */
function useAsked() {
  const { pathname, search } = useLocation()
  const params = new URLSearchParams(search)
  params.delete('page')
  return { path: pathname, query: params.toString() }
}

/** Links to the views that were saved. */
export function SavedViewLinks({ views }: { views: OfferedView[] }) {
  const { t } = useTranslation('plan')
  const asked = useAsked()
  return (
    <>
      {views.map(({ id, name, path, query, isShared }) => (
        <Link
          key={id}
          to={{ pathname: path, search: query }}
          aria-current={asked.path === path && asked.query === query ? 'true' : undefined}
          className="saved-view"
        >
          {name}
          {isShared && (
            <>
              <Icon of={Users} size="small" />
              <span className="sr-only"> ({t('savedViews.shared')})</span>
            </>
          )}
        </Link>
      ))}
    </>
  )
}

/** Saves what is shown under a name; renames, shares and deletes what was saved. */
export function SavedViewMenu({ views, canShare }: { views: OfferedView[]; canShare: boolean }) {
  const { t } = useTranslation('plan')
  const menu = useRef<HTMLDetailsElement>(null)
  useClosing(menu)
  const own = views.filter(view => view.canChange)
  const close = () => {
    if (menu.current) menu.current.open = false
  }
  return (
    <details ref={menu} className="filter-menu saved-view-menu">
      <summary className="button small">
        <Icon of={Bookmark} size="small" />
        {t('savedViews.title')}
      </summary>
      <div className="menu">
        <SaveForm canShare={canShare} onDone={close} />
        {own.length > 0 && (
          <>
            <h3>{t('savedViews.yours')}</h3>
            <ul>
              {own.map(view => (
                <li key={view.id}>
                  <ViewForm view={view} canShare={canShare} />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </details>
  )
}

function SaveForm({ canShare, onDone }: { canShare: boolean; onDone: () => void }) {
  const { t } = useTranslation('plan')
  const form = useRef<HTMLFormElement>(null)
  const say = useToast()
  const asked = useAsked()
  const { Form, formProps, errors } = useFormReply('save-view', {
    onDone: () => {
      form.current?.reset()
      say(t('savedViews.saved'))
      onDone()
    },
  })
  return (
    <Form {...formProps} ref={form} action="/measures/views">
      <input type="hidden" name="intent" value="save-view" />
      <input type="hidden" name="path" value={asked.path} />
      <input type="hidden" name="query" value={asked.query} />
      <Back />
      <TextInput
        name="name"
        label={t('savedViews.name')}
        hint={t('savedViews.hint')}
        error={errors.name ?? errors['']}
        maxLength={60}
        small
        required
      />
      {canShare && (
        <label className="check mt-2">
          <input type="checkbox" name="isShared" value="1" />
          {t('savedViews.share')}
        </label>
      )}
      <Button type="submit" variant="primary" small className="mt-3">
        {t('savedViews.save')}
      </Button>
    </Form>
  )
}

function ViewForm({ view, canShare }: { view: OfferedView; canShare: boolean }) {
  const { t } = useTranslation('plan')
  const say = useToast()
  const change = useFormReply('change-view', { onDone: () => say(t('savedViews.saved')) })
  const remove = useFormReply('delete-view')
  const error = change.errors.name ?? change.errors[''] ?? remove.errors['']
  return (
    <>
      <div className="saved-view-row">
        <change.Form {...change.formProps} action="/measures/views">
          <input type="hidden" name="intent" value="change-view" />
          <input type="hidden" name="viewId" value={view.id} />
          <Back />
          <input
            className="input small"
            name="name"
            aria-label={t('savedViews.nameOf', { name: view.name })}
            defaultValue={view.name}
            maxLength={60}
            required
          />
          {canShare || view.isShared ? (
            <label className="check">
              <input type="checkbox" name="isShared" value="1" defaultChecked={view.isShared} />
              {t('savedViews.share')}
            </label>
          ) : null}
          <Button type="submit" small aria-label={t('savedViews.changeOf', { name: view.name })}>
            {t('savedViews.change')}
          </Button>
        </change.Form>
        <remove.Form {...remove.formProps} action="/measures/views">
          <input type="hidden" name="intent" value="delete-view" />
          <input type="hidden" name="viewId" value={view.id} />
          <Back />
          <IconButton
            type="submit"
            label={t('savedViews.delete', { name: view.name })}
            icon={Trash2}
            variant="ghost"
            small
          />
        </remove.Form>
      </div>
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </>
  )
}

/** Where a form that the browser sends itself comes back to. */
function Back() {
  const { pathname, search } = useLocation()
  return <input type="hidden" name="back" value={`${pathname}${search}`} />
}
