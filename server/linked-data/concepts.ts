import type { DecisionResult, DecisionWay } from '../decisions/decision.shared'
import type { Attendee } from '../meetings/meeting-detail.shared'

export interface Node {
  id: string
  type: string | string[]
  [property: string]: unknown
}

/** Where the things of an installation stand: its address, without a slash at the end. */
export interface Namespace {
  base: string
}

/** Of what no code list that we read has: concepts and properties of our own, described in a document of their own. */
export const ownTerms = ({ base }: Namespace) => `${base}/linked-data/terms#`

const kaleidos = 'http://kanselarij.vo.data.gift/id/concept/beslissings-resultaat-codes'
const approved = `${kaleidos}/56312c4b-9d2a-4735-b0b1-2ff14bb524fd`

/** As Kaleidos codes them (kanselarij-vlaanderen/kaleidos-frontend: `app/config/constants.js`); the rest is ours. */
const knownResults: Partial<Record<DecisionResult, string>> = {
  approved,
  postponed: `${kaleidos}/a29b3ffd-0839-45cb-b8f4-e1760f7aacaa`,
  noted: `${kaleidos}/9f342a88-9485-4a83-87d9-245ed4b504bf`,
  withdrawn: `${kaleidos}/453a36e8-6fbd-45d3-b800-ec96e59f273b`,
}

type Label = { nl: string; en: string }
const resultLabels: Record<DecisionResult, Label> = {
  approved: { nl: 'goedgekeurd', en: 'approved' },
  'approved-with-changes': { nl: 'goedgekeurd met wijzigingen', en: 'approved with changes' },
  advice: { nl: 'advies', en: 'advice' },
  postponed: { nl: 'uitgesteld', en: 'postponed' },
  noted: { nl: 'kennisname', en: 'noted' },
  withdrawn: { nl: 'ingetrokken', en: 'withdrawn' },
  rejected: { nl: 'verworpen', en: 'rejected' },
}

const wayLabels: Record<DecisionWay, Label> = {
  consensus: { nl: 'consensus', en: 'consensus' },
  'consensus-with-reservations': { nl: 'consensus met voorbehoud', en: 'consensus with reservations' },
  vote: { nl: 'stemming', en: 'vote' },
}

/** None of them is a Mandataris of a Bestuursorgaan, which OSLO's own properties for them expect. */
const roleLabels: Record<Attendee['capacity'], Label> = {
  chair: { nl: 'voorzitter', en: 'chair' },
  secretary: { nl: 'verslaggever', en: 'secretary' },
  member: { nl: 'lid', en: 'member' },
  guest: { nl: 'genodigde', en: 'guest' },
}

const concept = (id: string, naam: Label, more: object = {}): Node => ({ id, type: 'skos:Concept', naam, ...more })

export const resultConcept = (names: Namespace, result: DecisionResult): Node =>
  concept(
    knownResults[result] ?? `${ownTerms(names)}resultaat-${result}`,
    resultLabels[result],
    result === 'approved-with-changes' ? { brederDan: approved } : {},
  )

export const wayConcept = (names: Namespace, way: DecisionWay): Node =>
  concept(`${ownTerms(names)}wijze-${way}`, wayLabels[way])

export const roleConcept = (names: Namespace, capacity: Attendee['capacity']): Node => ({
  ...concept(`${ownTerms(names)}rol-${capacity}`, roleLabels[capacity]),
  type: ['org:Role', 'skos:Concept'],
})

/** Gelinkt Notuleren (lblod/app-gelinkt-notuleren: agendapoint-type-concept-scheme). */
export const plannedItem = concept('http://lblod.data.gift/concepts/bdf68a65-ce15-42c8-ae1b-19eeb39e20d0', {
  nl: 'gepland',
  en: 'planned',
})

const documentType = 'https://data.vlaanderen.be/id/concept/BesluitDocumentType'

/** OSLO, lokale besluiten (Informatievlaanderen/OSLOthema-lokaleBesluiten: `codelijsten/document-type.ttl`). */
export const agendaDocument = concept(`${documentType}/13fefad6-a9d6-4025-83b5-e4cbee3a8965`, {
  nl: 'Agenda',
  en: 'Agenda',
})
export const minutesDocument = concept(`${documentType}/8e791b27-7600-4577-b24e-c7c29e0eb773`, {
  nl: 'Notulen',
  en: 'Minutes',
})

/** Everything that `ownTerms` names, for who follows such an IRI. */
export function describeOwnTerms(names: Namespace): Node[] {
  const property = (name: string, naam: Label): Node => ({ id: ownTerms(names) + name, type: 'rdf:Property', naam })
  const all = [
    ...Object.keys(resultLabels).map(result => resultConcept(names, result as DecisionResult)),
    ...Object.keys(wayLabels).map(way => wayConcept(names, way as DecisionWay)),
    ...Object.keys(roleLabels).map(capacity => roleConcept(names, capacity as Attendee['capacity'])),
    property('bereiktDoor', { nl: 'hoe een beslissing werd bereikt', en: 'how a decision was reached' }),
    property('heeftVoorbehoud', { nl: 'voorbehoud bij een beslissing', en: 'reservation to a decision' }),
    property('vanInstantie', { nl: 'instantie die het voorbehoud maakt', en: 'body that makes the reservation' }),
    property('verbetert', { nl: 'beslissing waarvoor deze in de plaats komt', en: 'decision that this one replaces' }),
    { id: `${ownTerms(names)}Voorbehoud`, type: 'rdfs:Class', naam: { nl: 'voorbehoud', en: 'reservation' } },
  ]
  return all.filter(({ id }) => id.startsWith(ownTerms(names)))
}
