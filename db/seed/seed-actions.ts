import { randomUUID } from 'node:crypto'
import type { Insertable, Transaction } from 'kysely'
import type { ActionItemTable, ActionStepTable } from '../schema/action-item'
import type { Database } from '../schema/index'
import { lookUp } from './codes'
import demo from './follow-up.json'
import type { Followed } from './seed-follow-up'
import { ago } from './seed-progress'

type Action = Insertable<ActionItemTable> & { id: string }
type Step = Insertable<ActionStepTable>

/** What the demo meetings gave to do, and a few that are due around today, so that work lists are not empty. */
export async function seedActions(trx: Transaction<Database>, followed: Followed): Promise<void> {
  const { actions, steps } = [fromMeetings(followed), dueNow(followed)].reduce((all, some) => ({
    actions: [...all.actions, ...some.actions],
    steps: [...all.steps, ...some.steps],
  }))
  await trx.insertInto('actionItem').values(actions).execute()
  await trx.insertInto('actionStep').values(steps).execute()
}

function fromMeetings({
  groupId,
  bodyIds,
  measureIds,
  meetings,
  decisionIds,
  coordinatorMandateId: mandateId,
}: Followed) {
  const actions: Action[] = []
  const steps: Step[] = []
  for (const meeting of meetings) {
    for (const { id: agendaItemId, source: item } of meeting.agenda) {
      for (const point of item.actionPoints) {
        const id = randomUUID()
        const [measure] = point.measureIds
        const { decision } = item
        actions.push({
          id,
          groupId,
          bodyId: lookUp(bodyIds, point.ownerSectorId),
          measureId: measure ? lookUp(measureIds, measure) : null,
          title: point.text,
          dueOn: point.dueDate,
          ...(decision
            ? { origin: 'decision' as const, decisionId: lookUp(decisionIds, decision.id) }
            : { origin: 'agenda-item' as const, agendaItemId }),
          madeBy: mandateId,
          madeAt: noonOf(meeting.source.date),
          isDemo: true,
        })
        const at = noonOf(point.dueDate)
        if (point.status === 'uitgevoerd')
          steps.push({ actionItemId: id, step: 'done', text: demo.done.how, mandateId, at })
        if (point.status === 'in-uitvoering') {
          const days = { dueBefore: point.dueDate, dueAfter: dayAgo(-demo.done.movedDaysAhead) }
          steps.push({ actionItemId: id, step: 'moved', text: demo.done.moved, ...days, mandateId, at: ago(30) })
        }
      }
    }
  }
  return { actions, steps }
}

function dueNow({ groupId, bodyIds, measureIds, decisionIds, coordinatorMandateId: mandateId }: Followed) {
  const made = demo.actions.map(source => ({ source, id: randomUUID() }))
  const actions = made.map(
    ({ id, source: { decision, body, measure, title, dueDaysAgo } }): Action => ({
      id,
      groupId,
      bodyId: lookUp(bodyIds, body),
      measureId: lookUp(measureIds, measure),
      title,
      dueOn: dayAgo(dueDaysAgo),
      origin: 'decision',
      decisionId: lookUp(decisionIds, decision),
      madeBy: mandateId,
      madeAt: ago(60),
      isDemo: true,
    }),
  )
  const steps = made.flatMap(({ id, source: { note } }): Step[] =>
    note ? [{ actionItemId: id, step: 'note', text: note, mandateId, at: ago(10) }] : [],
  )
  return { actions, steps }
}

const noonOf = (day: string) => new Date(`${day}T12:00:00Z`)
const dayAgo = (days: number) => ago(days).toISOString().slice(0, 10)
