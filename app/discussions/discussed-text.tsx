import './discussions.css'
import type { ReactNode } from 'react'
import type { MarkedThread, ThreadPage } from '#server/discussions/discussion.shared'
import { Composer } from './composer'
import { DiscussionMargin } from './discussion-margin'
import { DiscussionProvider, DRAFT } from './discussion-provider'
import { ThreadCard } from './thread-card'
import { ThreadList } from './thread-list'
import { ThreadSheet } from './thread-sheet'
import { useIsWide } from './use-is-wide'

/**
 * A text with what is discussed about it: beside the passages on a wide screen, else below the text, and over it when a mark is
 * touched. Without JavaScript it is a list below the text.
 */
export function DiscussedText({
  measureId,
  discussion,
  children,
}: {
  measureId: string
  discussion: ThreadPage & { marks: MarkedThread[]; canDiscuss: boolean }
  children: ReactNode
}) {
  const { threads, marks, canDiscuss } = discussion
  const isWide = useIsWide()
  return (
    <DiscussionProvider marks={marks} threads={threads} canDiscuss={canDiscuss}>
      {({ placed, composing, setComposing, activeId, isOpened, close }) => {
        const beside = isWide ? threads.filter(thread => placed.includes(thread.id)) : []
        const below = threads.filter(thread => !beside.includes(thread))
        const opened = !isWide && isOpened && threads.find(thread => thread.id === activeId)
        const composer = composing && <Composer measureId={measureId} composing={composing} onChange={setComposing} />
        const cards = placed.flatMap(id => {
          if (id === DRAFT) return composer ? [{ id, card: composer }] : []
          const thread = beside.find(thread => thread.id === id)
          if (!thread) return []
          const isActive = id === activeId
          return [{ id, card: <ThreadCard measureId={measureId} thread={thread} isBeside isActive={isActive} /> }]
        })
        const isComposerBeside = isWide && cards.some(card => card.id === DRAFT)
        return (
          <>
            <div className="discussed-text">
              {children}
              <DiscussionMargin cards={isWide ? cards : []} activeId={isComposerBeside ? DRAFT : activeId} />
              {composer && !isComposerBeside && <div className="composer-sheet">{composer}</div>}
            </div>
            <ThreadList
              measureId={measureId}
              discussion={discussion}
              threads={below}
              beside={beside.length}
              marked={placed.filter(id => id !== DRAFT).length}
              activeId={activeId}
            />
            {opened && <ThreadSheet measureId={measureId} thread={opened} onClose={close} />}
          </>
        )
      }}
    </DiscussionProvider>
  )
}
