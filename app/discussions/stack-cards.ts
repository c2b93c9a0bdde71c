/** A card that wants to stand at some height, in pixels. */
export interface Card {
  id: string
  wanted: number
  height: number
}

const GAP = 10

/**
 * Gives every card a place: at its passage, or below the card before it. The one that is looked at stands at its passage; what
 * does not fit above it comes after it.
 * @param cards in the order of the text
 * @returns how high each stands, and how high all of them reach
 */
export function stackCards(cards: Card[], activeId: string | null): { tops: Map<string, number>; bottom: number } {
  const active = cards.findIndex(card => card.id === activeId)
  const order = active < 0 ? cards : aroundActive(cards, active)
  const tops = new Map<string, number>()
  let bottom = 0
  for (const { id, wanted, height } of order) {
    const top = Math.max(wanted, bottom)
    tops.set(id, top)
    bottom = top + height + GAP
  }
  return { tops, bottom }
}

/** As many of those before it as fit above it, the nearest first; they move up where they must. */
function aroundActive(cards: Card[], active: number): Card[] {
  const looked = cards[active]!
  let first = active
  for (let room = looked.wanted; first > 0 && cards[first - 1]!.height + GAP <= room; first--) {
    room -= cards[first - 1]!.height + GAP
  }
  const above: Card[] = []
  let limit = looked.wanted
  for (const card of cards.slice(first, active).reverse()) {
    limit -= card.height + GAP
    above.unshift({ ...card, wanted: Math.min(card.wanted, limit) })
  }
  return [...above, looked, ...cards.slice(0, first), ...cards.slice(active + 1)]
}
