/** The pages that show a round: an activity about it names them. */
export const topicsOfRound = (roundId: string, measureIds: string[]) => [
  `position-round:${roundId}`,
  'position-rounds',
  ...measureIds.map(id => `measure:${id}`),
]
