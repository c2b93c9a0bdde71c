/** A card that wants to stand at some height, in pixels. */
export interface Card {
  id: string
  wanted: number
  height: number
}

const GAP = 10

/**
 * Gives every card a place: at its passage, or below the card before it. The one that is looked at stands at its passage, and
 * pushes those before it up as far as there is room.
 * @param cards in the order of the text
 * @returns how high each stands, and how high all of them reach
 */
export function stackCards(cards: Card[], activeId: string | null): { tops: Map<string, number>; bottom: number } {
  const tops = new Map<string, number>()
  let bottom = 0
  for (const { id, wanted, height } of cards) {
    const top = Math.max(wanted, bottom, 0)
    tops.set(id, top)
    bottom = top + height + GAP
  }
  const active = cards.findIndex(card => card.id === activeId)
  if (active < 0) return { tops, bottom }
  const room = cards.slice(0, active).reduce((sum, card) => sum + card.height + GAP, 0)
  let at = Math.max(cards[active]!.wanted, room)
  for (let i = active - 1, limit = at; i >= 0; i--) {
    const { id, height } = cards[i]!
    limit = Math.min(tops.get(id)!, limit - height - GAP)
    tops.set(id, limit)
  }
  bottom = 0
  for (const { id, wanted, height } of cards.slice(active)) {
    at = id === activeId ? at : Math.max(wanted, bottom)
    tops.set(id, at)
    bottom = at + height + GAP
  }
  return { tops, bottom }
}
