import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { listDecisionsOfMeeting } from '../decisions/decision-queries'
import { readDecision } from '../decisions/read-decision'
import { readMeeting } from '../meetings/read-meeting'
import { describeOwnTerms, type Namespace, type Node, ownTerms } from './concepts'
import { linkedDataContext } from './context'
import {
  type ApprovedMinutes,
  briefMeeting,
  describeAgenda,
  describeDecision,
  describeMeeting,
  treatmentNode,
  withoutDoubles,
} from './describe-meeting'
import { decisionIri } from './iris'

export interface LinkedData {
  '@context': string
  '@graph': Node[]
}

const document = ({ base }: Namespace, nodes: Node[]): LinkedData => ({
  '@context': `${base}/linked-data/context.jsonld`,
  '@graph': nodes,
})

/**
 * A meeting as JSON-LD in the OSLO vocabularies: agenda, who was there, what was decided, and its minutes once they are approved.
 * @param names the address of this installation, which every IRI begins with
 * @throws DomainError `not-found` for a meeting of another group
 */
export async function readMeetingData(db: Kysely<Database>, actor: Actor, names: Namespace, id: string) {
  const meeting = await readMeeting(db, actor, id)
  const decisions = await listDecisionsOfMeeting(db, actor, id)
  const group = { id: actor.groupId, name: actor.groupName }
  const minutes = await findApprovedMinutes(db, meeting.id)
  return document(names, describeMeeting(names, group, meeting, decisions, minutes))
}

async function findApprovedMinutes(db: Kysely<Database>, meetingId: string): Promise<ApprovedMinutes | null> {
  const minutes = await db
    .selectFrom('minutes')
    .select('frozenAt')
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  return minutes?.frozenAt ? { frozenAt: minutes.frozenAt } : null
}

/** Its agenda alone. @throws DomainError `not-found` for a meeting of another group */
export async function readAgendaData(db: Kysely<Database>, actor: Actor, names: Namespace, meetingId: string) {
  const meeting = await readMeeting(db, actor, meetingId)
  return document(names, withoutDoubles([...describeAgenda(names, meeting), briefMeeting(names, meeting)]))
}

/** A decision, and the item that it was taken on. @throws DomainError `not-found` for a decision of another group */
export async function readDecisionData(db: Kysely<Database>, actor: Actor, names: Namespace, id: string) {
  const decision = await readDecision(db, actor, id)
  const { agendaItem, meetingId, meetingTitle } = decision
  const taken = { heeftBeslissing: [decisionIri(names, id)] }
  return document(
    names,
    withoutDoubles([
      ...describeDecision(names, decision),
      ...(agendaItem ? [treatmentNode(names, meetingId, agendaItem.id, taken)] : []),
      briefMeeting(names, { id: meetingId, title: meetingTitle }),
    ]),
  )
}

/** What the terms of our own mean. Everybody may read it. */
export const readTerms = (names: Namespace) => document(names, describeOwnTerms(names))

/** The context that every document names. Everybody may read it. */
export const readContext = (names: Namespace) => linkedDataContext(ownTerms(names))
