/**
 * Our own JSON-LD context over the OSLO vocabularies for meetings and decisions (Besluit 2017-10-11, Besluitvorming
 * 2021-02-04, Dossier 2019-09-01; read from Informatievlaanderen/OSLO-Generated: `ns/*.ttl`, `shacl/besluitvorming-ap-SHACL.ttl`).
 * Their official contexts make typed literals of links, and terms of one name live in two of them: so every IRI stands here
 * once, as its vocabulary writes it: `besluit` begins with http, the others with https.
 */
export const prefixes = {
  besluit: 'http://data.vlaanderen.be/ns/besluit#',
  besluitvorming: 'https://data.vlaanderen.be/ns/besluitvorming#',
  dossier: 'https://data.vlaanderen.be/ns/dossier#',
  generiek: 'https://data.vlaanderen.be/ns/generiek#',
  dct: 'http://purl.org/dc/terms/',
  org: 'http://www.w3.org/ns/org#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

const text = (id: string) => ({ '@id': id })
const link = (id: string) => ({ '@id': id, '@type': '@id' })
const links = (id: string) => ({ '@id': id, '@type': '@id', '@container': '@set' })
const typed = (id: string, type: string) => ({ '@id': id, '@type': type })

/** @param terms the namespace of what these vocabularies have no word for, see `ownTerms` */
export const linkedDataContext = (terms: string) => ({
  '@context': {
    '@version': 1.1,
    ...prefixes,
    samenspraak: terms,
    id: '@id',
    type: '@type',

    titel: text('dct:title'),
    beschrijving: text('dct:description'),
    nummer: text('dct:identifier'),
    datum: typed('dct:date', 'xsd:date'),
    aanmaak: typed('dct:created', 'xsd:dateTime'),
    soort: link('dct:type'),
    naam: { '@id': 'skos:prefLabel', '@container': '@language' },
    code: text('skos:notation'),
    brederDan: link('skos:broadMatch'),
    plaats: text('rdfs:label'),

    geplandeStart: typed('generiek:geplandeStart', 'xsd:dateTime'),
    gestartOp: typed('prov:startedAtTime', 'xsd:dateTime'),
    geeindigdOp: typed('prov:endedAtTime', 'xsd:dateTime'),
    opLocatie: link('prov:atLocation'),
    overleg: link('prov:wasAssociatedWith'),
    behandeltAgenda: link('besluitvorming:behandelt'),
    heeftNotulen: link('besluitvorming:heeftNotulen'),
    heeftAanwezige: links('besluit:heeftAanwezige'),
    heeftDeelnemer: links('prov:qualifiedAssociation'),
    agent: link('prov:agent'),
    rol: link('prov:hadRole'),

    isAgendaVoor: link('besluitvorming:isAgendaVoor'),
    isOnderdeelVan: link('dct:isPartOf'),
    agendapuntType: link('besluit:Agendapunt.type'),
    geplandOpenbaar: typed('besluit:geplandOpenbaar', 'xsd:boolean'),
    aangebrachtNa: link('besluit:aangebrachtNa'),
    betreft: links('dct:references'),

    heeftOnderwerp: link('dct:subject'),
    gebeurtNa: link('besluit:gebeurtNa'),
    openbaar: typed('besluit:openbaar', 'xsd:boolean'),
    heeftBeslissing: links('besluitvorming:heeftBeslissing'),
    resultaat: link('besluitvorming:resultaat'),
    bereiktDoor: link('samenspraak:bereiktDoor'),
    heeftVoorbehoud: links('samenspraak:heeftVoorbehoud'),
    vanInstantie: link('samenspraak:vanInstantie'),
    verbetert: link('samenspraak:verbetert'),
    steuntOp: links('prov:used'),
    versieVan: link('dct:isVersionOf'),
    beschrijft: links('besluitvorming:beschrijft'),
  },
})
