import type { DecisionInMeeting } from '../decisions/decision-list.shared'
import type { AgendaItem, Attendee, MeetingDetail } from '../meetings/meeting-detail.shared'
import {
  agendaDocument,
  minutesDocument,
  type Namespace,
  type Node,
  ownTerms,
  plannedItem,
  resultConcept,
  roleConcept,
  wayConcept,
} from './concepts'
import {
  agendaIri,
  bodyIri,
  decisionIri,
  groupIri,
  itemIri,
  measureIri,
  meetingIri,
  minutesIri,
  versionIri,
} from './iris'

/** The consultation that meets. */
export interface Group {
  id: string
  name: string
}

/** Minutes that were approved, and so say for good what was said. */
export interface ApprovedMinutes {
  frozenAt: Date
}

/** Everything known of a meeting that this vocabulary has words for: its agenda, who was there, what was decided. */
export function describeMeeting(
  names: Namespace,
  group: Group,
  meeting: MeetingDetail,
  decisions: DecisionInMeeting[],
  minutes: ApprovedMinutes | null,
): Node[] {
  return withoutDoubles([
    { ...meetingNode(names, group, meeting), ...(minutes && { heeftNotulen: minutesIri(names, meeting.id) }) },
    ...(minutes ? minutesNodes(names, meeting, decisions, minutes) : []),
    ...describeAgenda(names, meeting),
    ...treatments(names, meeting, decisions),
    ...decisions.flatMap(decision => describeDecision(names, decision)),
    ...meeting.attendance.flatMap(attendee => participation(names, meeting, attendee)),
    groupNode(names, group),
  ])
}

/** An agenda with its items, in the order in which they come. */
export function describeAgenda(names: Namespace, meeting: MeetingDetail): Node[] {
  const agenda: Node = {
    id: agendaIri(names, meeting.id),
    type: ['besluitvorming:Agenda', 'dossier:Stuk'],
    titel: `Agenda: ${meeting.title}`,
    soort: agendaDocument.id,
    isAgendaVoor: meetingIri(names, meeting.id),
  }
  return [
    agenda,
    agendaDocument,
    plannedItem,
    ...meeting.items.flatMap((item, index) => itemNodes(names, meeting, item, meeting.items[index - 1])),
  ]
}

/** The meeting itself, in a line, for what only refers to it. */
export const briefMeeting = (names: Namespace, meeting: Pick<MeetingDetail, 'id' | 'title'>): Node => ({
  id: meetingIri(names, meeting.id),
  type: 'besluit:Vergaderactiviteit',
  titel: meeting.title,
})

function meetingNode(names: Namespace, group: Group, meeting: MeetingDetail): Node {
  const { id, startsAt, startedAt, endedAt, location, attendance } = meeting
  const present = attendance.filter(attendee => attendee.presence === 'present')
  return {
    ...briefMeeting(names, meeting),
    geplandeStart: startsAt.toISOString(),
    ...(startedAt && { gestartOp: startedAt.toISOString() }),
    ...(endedAt && { geeindigdOp: endedAt.toISOString() }),
    ...(location && {
      opLocatie: { id: `${meetingIri(names, id)}#plaats`, type: 'prov:Location', plaats: location },
    }),
    overleg: groupIri(names, group.id),
    behandeltAgenda: agendaIri(names, id),
    heeftAanwezige: [...new Set(present.map(attendee => bodyIri(names, attendee.body.id)))],
    heeftDeelnemer: present.map(attendee => participationIri(names, id, attendee)),
  }
}

function minutesNodes(
  names: Namespace,
  { id, title }: MeetingDetail,
  decisions: DecisionInMeeting[],
  { frozenAt }: ApprovedMinutes,
): Node[] {
  const minutes = {
    id: minutesIri(names, id),
    type: ['besluitvorming:Verslag', 'dossier:Stuk'],
    titel: `Verslag: ${title}`,
    soort: minutesDocument.id,
    aanmaak: frozenAt.toISOString(),
    ...(decisions.length > 0 && { beschrijft: decisions.map(decision => decisionIri(names, decision.id)) }),
  }
  return [minutes, minutesDocument]
}

const participationIri = (names: Namespace, meetingId: string, { id }: Attendee) =>
  `${meetingIri(names, meetingId)}#deelname-${id}`

/** A body is described whether it was there or not; that it was, only where it was. */
function participation(names: Namespace, meeting: MeetingDetail, attendee: Attendee): Node[] {
  const body = bodyNode(names, attendee.body)
  if (attendee.presence !== 'present') return [body]
  const role = roleConcept(names, attendee.capacity)
  const id = participationIri(names, meeting.id, attendee)
  return [body, role, { id, type: 'prov:Association', agent: body.id, rol: role.id }]
}

const groupNode = (names: Namespace, { id, name }: Group): Node => ({
  id: groupIri(names, id),
  type: ['org:Organization', 'dct:Agent'],
  naam: { nl: name },
})

const bodyNode = (names: Namespace, body: { id: string; code: string; name: string }): Node => ({
  id: bodyIri(names, body.id),
  type: ['org:Organization', 'dct:Agent'],
  naam: { nl: body.name },
  code: body.code,
})

function itemNodes(names: Namespace, meeting: MeetingDetail, item: AgendaItem, previous?: AgendaItem): Node[] {
  return [
    {
      id: itemIri(names, meeting.id, item.id),
      type: 'besluit:Agendapunt',
      titel: item.title,
      ...(item.summary && { beschrijving: item.summary }),
      isOnderdeelVan: agendaIri(names, meeting.id),
      agendapuntType: plannedItem.id,
      // Nothing of the group is public until it publishes it.
      geplandOpenbaar: false,
      ...(previous && { aangebrachtNa: itemIri(names, meeting.id, previous.id) }),
      ...(item.measures.length > 0 && { betreft: item.measures.map(measure => measureIri(names, measure.id)) }),
    },
    ...item.measures.map(measure => measureNode(names, measure)),
  ]
}

const measureNode = (names: Namespace, measure: { id: string; title: string }): Node => ({
  id: measureIri(names, measure.id),
  type: 'besluitvorming:Besluitvormingsaangelegenheid',
  titel: measure.title,
})

const treatmentIri = (names: Namespace, meetingId: string, itemId: string) =>
  `${meetingIri(names, meetingId)}#behandeling-${itemId}`

/** What became of each item, once the meeting began. */
function treatments(names: Namespace, meeting: MeetingDetail, decisions: DecisionInMeeting[]): Node[] {
  if (meeting.status === 'planned') return []
  return meeting.items.map((item, index) => {
    const previous = meeting.items[index - 1]
    const taken = decisions.filter(decision => decision.agendaItemId === item.id)
    return treatmentNode(names, meeting.id, item.id, {
      ...(previous && { gebeurtNa: treatmentIri(names, meeting.id, previous.id) }),
      ...(taken.length > 0 && { heeftBeslissing: taken.map(({ id }) => decisionIri(names, id)) }),
    })
  })
}

export const treatmentNode = (names: Namespace, meetingId: string, itemId: string, more: object): Node => ({
  id: treatmentIri(names, meetingId, itemId),
  type: 'besluit:BehandelingVanAgendapunt',
  heeftOnderwerp: itemIri(names, meetingId, itemId),
  openbaar: false,
  ...more,
})

type Described = Omit<DecisionInMeeting, 'agendaItemId' | 'isDemo' | 'followUp'>

/** A decision with its result, who made a reservation, and the frozen texts that it rests on. */
export function describeDecision(names: Namespace, decision: Described): Node[] {
  const { id, year, number, title, text, result, reachedBy, decidedOn, measures, reservations } = decision
  const iri = decisionIri(names, id)
  const concepts = [resultConcept(names, result), wayConcept(names, reachedBy)] as const
  const reservationIri = (reservation: { id: string }) => `${iri}#voorbehoud-${reservation.id}`
  return [
    {
      id: iri,
      type: ['besluitvorming:Beslissingsactiviteit', 'prov:Activity'],
      nummer: `${year}-${String(number).padStart(2, '0')}`,
      titel: title,
      beschrijving: text,
      datum: decidedOn,
      resultaat: concepts[0].id,
      bereiktDoor: concepts[1].id,
      ...(decision.corrects && { verbetert: decisionIri(names, decision.corrects.id) }),
      ...(measures.length > 0 && { steuntOp: measures.map(measure => versionIri(names, measure)) }),
      ...(reservations.length > 0 && { heeftVoorbehoud: reservations.map(reservationIri) }),
    },
    ...concepts,
    ...measures.flatMap(measure => [
      {
        id: versionIri(names, measure),
        type: 'dossier:Stuk',
        titel: `${measure.title}, versie ${measure.version}`,
        versieVan: measureIri(names, measure.id),
      },
      measureNode(names, measure),
    ]),
    ...reservations.flatMap(reservation => [
      {
        id: reservationIri(reservation),
        type: `${ownTerms(names)}Voorbehoud`,
        beschrijving: reservation.text,
        vanInstantie: bodyIri(names, reservation.body.id),
      },
      bodyNode(names, reservation.body),
    ]),
  ]
}

/** A body or a concept is met more than once: it is described once. */
export const withoutDoubles = (nodes: Node[]): Node[] => [...new Map(nodes.map(node => [node.id, node])).values()]
