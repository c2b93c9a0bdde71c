import type { AgendaItem } from '#server/meetings/meeting-detail.shared'
import type { Condition } from '#server/positions/condition.shared'
import type { BodyPosition } from '#server/positions/position.shared'
import type { RoundAbout } from '#server/positions/position-round.shared'

/** How bodies stand on what an agenda is about. */
export interface Stands {
  positions: BodyPosition[]
  /** those that are still open */
  conditions: Condition[]
  /** the newest round about each measure */
  rounds: RoundAbout[]
}

/** @returns of that, what concerns one item */
export function standsOn({ measures }: AgendaItem, { positions, conditions, rounds }: Stands): Stands {
  const isTabled = ({ measureId }: { measureId: string }) => measures.some(({ id }) => id === measureId)
  return {
    positions: positions.filter(isTabled),
    conditions: conditions.filter(isTabled),
    rounds: rounds.filter(isTabled),
  }
}

/** What a body could have reserved: what it objected, or asked and did not get. */
export interface PossibleReservation {
  bodyId: string
  code: string
  standing: 'object' | 'agree-on-conditions'
  text: string
}

/** @returns what bodies could reserve in a decision, a row a body; whether they do is for them to say */
export function possibleReservations({ positions, conditions }: Stands): PossibleReservation[] {
  const possible = new Map<string, PossibleReservation>()
  for (const { body, measureId, standing, reason } of positions) {
    const asked = conditions.filter(one => one.body.id === body.id && one.measureId === measureId)
    const stays = standing === 'object' ? reason : asked.map(condition => condition.text).join('\n')
    if ((standing !== 'object' && standing !== 'agree-on-conditions') || !stays) continue
    const before = possible.get(body.id)
    possible.set(body.id, {
      bodyId: body.id,
      code: body.code,
      standing: before?.standing === 'object' ? 'object' : standing,
      text: [before?.text, stays].filter(Boolean).join('\n').slice(0, 2000),
    })
  }
  return [...possible.values()]
}

/** A text that a decision could begin with. */
export interface StartingText {
  /** null: what the agenda says of the item itself */
  round: string | null
  text: string
}

/** @returns what the item and the rounds about it already put into words: the rounds first, the item's own before others */
export function startingTexts(item: AgendaItem, stands: Stands): StartingText[] {
  const asked = [...item.rounds, ...stands.rounds].map(({ title, question }) => ({
    round: title,
    text: question.trim(),
  }))
  const all = [...asked, { round: null, text: item.summary.trim() }]
  return all.filter(({ text }, index) => text !== '' && all.findIndex(other => other.text === text) === index)
}
