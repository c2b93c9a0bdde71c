import type { SectorTable } from '../schema/sector'
import { lookUp } from './codes'
import type { SourceBody } from './source'

const names = [
  ['culture', 'Cultuur en jeugd', 'Culture and youth'],
  ['welfare', 'Welzijn, gezondheid en gezin', 'Welfare, health and family'],
  ['sport', 'Sport', 'Sport'],
  ['environment', 'Omgeving, natuur en landbouw', 'Environment, nature and agriculture'],
  ['heritage', 'Erfgoed en toerisme', 'Heritage and tourism'],
  ['education', 'Onderwijs en vorming', 'Education and training'],
  ['work', 'Werk en sociale economie', 'Work and social economy'],
  ['administration', 'Kanselarij en bestuur', 'Chancellery and administration'],
  ['digital', 'Digitaal', 'Digital'],
  ['local', 'Lokale en provinciale besturen', 'Local and provincial authorities'],
  ['cross-sector', 'Sectoroverschrijdend', 'Cross-sector'],
  ['federal', 'Federaal', 'Federal'],
] as const

export type SectorId = (typeof names)[number][0]

/** The twelve sectors, in the order of their colours. */
export const sectors: SectorTable[] = names.map(([id, nameNl, nameEn], index) => ({
  id,
  position: index + 1,
  colour: index + 1,
  nameNl,
  nameEn,
}))

const sectorOfDomain: Record<string, SectorId> = {
  'cultuur-jeugd-media': 'culture',
  'cultuur-jeugd-sport-media': 'culture',
  'sociaal-cultureel-werk': 'culture',
  jeugd: 'culture',
  'cultureel-erfgoed': 'culture',
  'welzijn-volksgezondheid-gezin': 'welfare',
  sport: 'sport',
  'omgeving-natuur': 'environment',
  'milieu-natuur': 'environment',
  landbouw: 'environment',
  'onroerend-erfgoed': 'heritage',
  'ruimtelijke-ordening-erfgoed': 'heritage',
  toerisme: 'heritage',
  'onderwijs-vorming': 'education',
  werk: 'work',
  'algemeen-regeringsbeleid': 'administration',
  'binnenlands-bestuur': 'administration',
  'integratie-inburgering': 'administration',
  brussel: 'administration',
  digitalisering: 'digital',
  'lokale-besturen': 'local',
  provincies: 'local',
  intersectoraal: 'cross-sector',
}

/** Federal bodies form one sector, whatever they work on: the consultation meets them as the federal government. */
export const sectorOf = (body: SourceBody): SectorId =>
  body.level === 'federaal' ? 'federal' : lookUp(sectorOfDomain, body.policyDomain)
