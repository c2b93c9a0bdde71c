import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useDiscussionState } from './discussion-context'
import { stackCards } from './stack-cards'

/** Cards beside their passages. They are placed when something moves, not when somebody types within a line. */
export function DiscussionMargin({
  cards,
  activeId,
}: {
  cards: { id: string; card: ReactNode }[]
  activeId: string | null
}) {
  const { t } = useTranslation('discussions')
  const margin = useRef<HTMLElement>(null)
  const text = useDiscussionState()?.text
  const ids = cards.map(card => card.id).join()

  // biome-ignore lint/correctness/useExhaustiveDependencies: other cards stand in other places
  useLayoutEffect(() => {
    const place = margin.current
    const paper = place?.parentElement
    if (!place || !paper || !text) return
    const arrange = () => {
      const top = place.getBoundingClientRect().top
      const items = [...place.querySelectorAll<HTMLElement>(':scope > [data-card]')]
      const wanted = items.map(item => ({
        id: item.dataset.card!,
        wanted: (text.topOf(item.dataset.card!) ?? top) - top,
        height: item.offsetHeight,
      }))
      const { tops, bottom } = stackCards(wanted, activeId)
      for (const item of items)
        item.style.setProperty('--card-top', `${Math.round(tops.get(item.dataset.card!) ?? 0)}px`)
      paper.style.setProperty('--margin-height', `${Math.round(bottom)}px`)
    }
    arrange()
    // A line more or less, a card that opens, the bar above the text: each changes a height.
    const watch = new ResizeObserver(arrange)
    for (const item of place.querySelectorAll(':scope > [data-card]')) watch.observe(item)
    for (const element of paper.querySelectorAll('.ProseMirror, .work')) watch.observe(element)
    return () => {
      watch.disconnect()
      paper.style.removeProperty('--margin-height')
    }
  }, [ids, text, activeId, cards])

  if (cards.length === 0) return null
  return (
    <aside ref={margin} className="discussion-margin" aria-label={t('margin')}>
      {cards.map(({ id, card }) => (
        <div key={id} data-card={id}>
          {card}
        </div>
      ))}
    </aside>
  )
}
