import { expect, test } from 'vitest'
import actionPlan from '#db/seed/action-plan.json'
import bodies from '#db/seed/bodies.json'
import * as codes from '#db/seed/codes'
import meetings from '#db/seed/meetings.json'

test('every word that the source files may use has a code', () => {
  const ids = (list: { id: string }[]) => list.map(item => item.id)
  const pairs: [Record<string, string>, string[]][] = [
    [codes.levels, bodies.levels],
    [codes.levels, ids(actionPlan.governmentLevels)],
    [codes.bodyKinds, bodies.kinds],
    [codes.partsInConsultation, Object.keys(bodies.meta.roleLegend)],
    [codes.horizons, ids(actionPlan.timings)],
    [codes.measureStatuses, ids(actionPlan.statuses)],
    [codes.origins, Object.keys(actionPlan.meta.originLegend)],
    [codes.agendaItemKinds, meetings.itemTypes],
    [codes.meetingStatuses, meetings.meetingStatuses],
    [codes.presences, meetings.presenceValues],
    [codes.decisionResults, ids(meetings.decisionResults)],
  ]
  for (const [table, words] of pairs) expect(Object.keys(table)).toEqual(expect.arrayContaining(words))
  expect(() => codes.lookUp(codes.levels, 'europees')).toThrow("'europees'")
})
