import { Form, useLocation } from '@remix-run/react'
import { ArrowLeftRight } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import { MeasureStatus } from '#app/components/measure-status'
import { useClosing } from '#app/components/use-closing'
import { measureStatuses, type MeasureStatus as Status } from '#server/measures/measure.shared'
import type { BoardCard } from '#server/measures/measure-board.shared'
import type { Moving } from './use-moving'

/** "Verplaats naar…": a form, so that it works everywhere; Shift with an arrow moves to the column beside it. */
export function MoveMenu({
  card,
  moving,
  previous,
  next,
}: {
  card: BoardCard
  moving: Moving
  previous: Status | undefined
  next: Status | undefined
}) {
  const { t } = useTranslation('pictures')
  const { search } = useLocation()
  const menu = useRef<HTMLDetailsElement>(null)
  useClosing(menu)
  const onKeyDown = (event: KeyboardEvent) => {
    const to = event.key === 'ArrowLeft' ? previous : event.key === 'ArrowRight' ? next : undefined
    if (!event.shiftKey || !to) return
    event.preventDefault()
    moving.move(card, to)
  }
  return (
    <details className="move" ref={menu}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button */}
      <summary
        className="button ghost small icon-only"
        aria-label={t('board.moveCard', { title: card.title })}
        title={t('board.move')}
        aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight"
        onKeyDown={onKeyDown}
      >
        <Icon of={ArrowLeftRight} size="small" />
      </summary>
      <Form
        method="post"
        action={`/measures/board${search}`}
        className="menu"
        onSubmit={event => {
          event.preventDefault()
          const { submitter } = event.nativeEvent as SubmitEvent
          menu.current?.removeAttribute('open')
          menu.current?.querySelector('summary')?.focus()
          moving.move(card, (submitter as HTMLButtonElement).value as Status)
        }}
      >
        <p className="menu-title">{t('board.move')}</p>
        <input type="hidden" name="measureId" value={card.id} />
        <input type="hidden" name="before" value={card.status} />
        {measureStatuses
          .filter(status => status !== card.status)
          .map(status => (
            <button key={status} type="submit" name="status" value={status} className="menu-item">
              <MeasureStatus status={status} />
            </button>
          ))}
      </Form>
    </details>
  )
}
