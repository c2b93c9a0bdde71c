import { useActionData, useFetcher, useLocation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToast } from '#app/components/toast'
import type { FormReply } from '#app/form-reply'
import type { MeasureStatus } from '#server/measures/measure.shared'
import type { BoardCard, BoardColumn } from '#server/measures/measure-board.shared'

type Card = Pick<BoardCard, 'id' | 'title' | 'status'>

export interface RefusedMove {
  card: Card
  /** where somebody wanted it */
  mine: MeasureStatus
  /** what was wrong, in the reader's language */
  why: string
  /** somebody else moved it meanwhile, to where it stands now */
  isOvertaken: boolean
}

export type Moving = ReturnType<typeof useMoving>

/**
 * Moves cards of the board. A card stands where it was moved to while that is under way; where it is refused it goes back,
 * and what somebody else made of it meanwhile is told beside what was wanted.
 */
export function useMoving(columns: BoardColumn[]) {
  const { t } = useTranslation(['pictures', 'common'])
  const { search } = useLocation()
  const toast = useToast()
  const fetcher = useFetcher<FormReply>()
  const [dragged, setDragged] = useState<Card | null>(null)
  const [under, setUnder] = useState<{ card: Card; to: MeasureStatus } | null>(null)
  const answered = useActionData<FormReply>()
  // Without JavaScript the page itself is the answer.
  const [refused, setRefused] = useState(() => refusalIn(answered, columns))
  const focusOn = useRef<string | null>(null)

  const move = (card: Card, to: MeasureStatus, isUndo = false) => {
    setDragged(null)
    if (card.status === to || fetcher.state !== 'idle') return
    setRefused(null)
    setUnder({ card, to })
    focusOn.current = card.id
    fetcher.submit(
      { measureId: card.id, before: card.status, status: to, ...(isUndo && { undo: '1' }) },
      { method: 'post', action: `/measures/board${search}` },
    )
  }
  const again = useRef(move)
  again.current = move

  // biome-ignore lint/correctness/useExhaustiveDependencies: told once for each answer, in the words of that moment
  useEffect(() => {
    if (fetcher.state !== 'idle' || !fetcher.data || !under) return
    const { card, to } = under
    setUnder(null)
    if (!fetcher.data.ok) return setRefused(refusalIn(fetcher.data, columns) ?? refusal(fetcher.data, card, to))
    const status = t(`common:measureStatuses.${to}`)
    toast(
      t('board.moved', { title: card.title, status }),
      fetcher.data.values.undo
        ? undefined
        : { label: t('common:undo'), onAction: () => again.current({ ...card, status: to }, card.status, true) },
    )
  }, [fetcher.state, fetcher.data])

  // The card is another element in its new column: the keyboard goes along.
  useEffect(() => {
    if (!focusOn.current) return
    const handle = document.querySelector<HTMLElement>(`[data-card="${focusOn.current}"] .move > summary`)
    if (handle && (document.activeElement === document.body || !document.activeElement)) handle.focus()
    if (fetcher.state === 'idle') focusOn.current = null
  })

  return {
    columns: under ? moved(columns, under.card.id, under.to) : columns,
    isBusy: fetcher.state !== 'idle',
    move,
    dragged,
    drag: setDragged,
    refused: refused && { ...refused, card: current(columns, refused.card) },
    forget: () => setRefused(null),
  }
}

const refusal = ({ errors, reason }: FormReply, card: Card, mine: MeasureStatus): RefusedMove => ({
  card,
  mine,
  why: Object.values(errors)[0] ?? '',
  isOvertaken: reason === 'changed-meanwhile',
})

function refusalIn(reply: FormReply | undefined, columns: BoardColumn[]): RefusedMove | null {
  if (!reply || reply.ok) return null
  const card = columns.flatMap(({ cards }) => cards).find(({ id }) => id === reply.values.measureId)
  return card ? refusal(reply, card, reply.values.status as MeasureStatus) : null
}

const current = (columns: BoardColumn[], card: Card): Card =>
  columns.flatMap(({ cards }) => cards).find(({ id }) => id === card.id) ?? card

function moved(columns: BoardColumn[], id: string, to: MeasureStatus): BoardColumn[] {
  const card = columns.flatMap(({ cards }) => cards).find(card => card.id === id)
  if (!card || card.status === to) return columns
  return columns.map(column => {
    if (column.status === card.status)
      return { ...column, count: column.count - 1, cards: column.cards.filter(card => card.id !== id) }
    if (column.status === to) return { ...column, count: column.count + 1, cards: [card, ...column.cards] }
    return column
  })
}
