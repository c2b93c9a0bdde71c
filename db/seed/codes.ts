import type {
  AgendaItemKind,
  AttendanceCapacity,
  DecisionResult,
  DecisionWay,
  Horizon,
  Level,
  MeasureStatus,
  MeetingStatus,
  Presence,
} from '../schema/vocabulary'

/** What is found under a key; an unknown key is a mistake in the data and stops the seed. */
export function lookUp<Value>(table: Readonly<Record<string, Value>>, key: string): Value {
  const value = table[key]
  if (value === undefined)
    throw new Error(`The seed has nothing for '${key}'; it knows ${Object.keys(table).join(', ')}`)
  return value
}

export const levels: Record<string, Level> = {
  federaal: 'federal',
  vlaams: 'flemish',
  provinciaal: 'provincial',
  lokaal: 'local',
}

export const bodyKinds: Record<string, string> = {
  departement: 'department',
  agentschap: 'agency',
  koepel: 'umbrella',
  steunpunt: 'support-centre',
  adviesraad: 'advisory-council',
}

export const partsInConsultation: Record<string, string> = {
  coordinator: 'coordinator',
  lid: 'member',
  'vaste-partner': 'permanent-partner',
  achterban: 'constituency',
  adviseert: 'adviser',
  overlegpartner: 'consultation-partner',
  uitvoeringspartner: 'implementing-partner',
  historisch: 'former',
}

export const horizons: Record<string, Horizon> = { KT: 'short', MLT: 'medium', LT: 'long' }

export const measureStatuses: Record<string, MeasureStatus> = {
  onbekend: 'unknown',
  voorbereiding: 'preparation',
  'in-uitvoering': 'running',
  'deels-uitgevoerd': 'partly-done',
  uitgevoerd: 'done',
  doorlopend: 'continuous',
  stopgezet: 'stopped',
}

export const origins: Record<string, string> = {
  'actieplan-2016': 'plan-2016',
  'actieplan-2016-nummer-niet-gezien': 'plan-2016-number-not-seen',
  'knelpuntennota-2017': 'bottlenecks-2017',
  'visienota-2017': 'vision-2017',
  'latere-maatregel': 'later-measure',
  afgeleid: 'derived',
}

export const meetingStatuses: Record<string, MeetingStatus> = {
  'agenda-ontwerp': 'planned',
  'agenda-verstuurd': 'planned',
  vergaderd: 'concluded',
  'verslag-ontwerp': 'concluded',
  'verslag-goedgekeurd': 'minutes-approved',
}

export const presences: Record<string, Presence> = {
  aanwezig: 'present',
  verontschuldigd: 'excused',
  afwezig: 'absent',
}

// An observer sits in as a guest does; the description keeps the words of the list.
export const capacities: Record<string, AttendanceCapacity> = {
  voorzitter: 'chair',
  secretaris: 'secretary',
  lid: 'member',
  genodigde: 'guest',
  waarnemer: 'guest',
}

export const agendaItemKinds: Record<string, AgendaItemKind> = {
  'ter-beslissing': 'decision',
  'ter-bespreking': 'discussion',
  'ter-kennisname': 'information',
}

export const decisionResults: Record<string, DecisionResult> = {
  goedgekeurd: 'approved',
  'goedgekeurd-mits': 'approved-with-changes',
  uitgesteld: 'postponed',
  kennisname: 'noted',
  advies: 'advice',
}

export const decisionWays: Record<string, DecisionWay> = {
  consensus: 'consensus',
  'consensus-met-voorbehoud': 'consensus-with-reservations',
}
