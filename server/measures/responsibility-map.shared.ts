import type { ResponsibilityRole } from './responsibility.shared'

/** A body that has a part in what is shown, or was asked to: a column. */
export interface MapBody {
  id: string
  code: string
  name: string
  /** how many measures it has accepted to lead, of all that the filters let through */
  leads: number
  /** in how many of them it has a part, or was asked to */
  measures: number
}

/** The bodies of one sector, side by side. */
export interface MapSector {
  id: string
  nameNl: string
  nameEn: string
  /** 1 to 12 */
  colour: number
  bodies: MapBody[]
}

export interface MapRole {
  bodyId: string
  role: ResponsibilityRole
  isAccepted: boolean
}

/** A measure: a row. */
export interface MapRow {
  id: string
  number: number | null
  title: string
  /** somebody has accepted to lead it */
  hasLead: boolean
  /** how many discussions of it are open */
  openThreads: number
  /** from who leads to who is only told; a body can have several */
  roles: MapRole[]
}

/** Who carries what: measures by bodies. */
export interface ResponsibilityMap {
  sectors: MapSector[]
  rows: MapRow[]
  page: number
  pages: number
}

/** A page of the map holds so many measures: with two hundred bodies that is what a browser still scrolls well. */
export const MAP_ROWS_ON_PAGE = 50

/** How a map is looked at, beside its filters. */
export interface MapView {
  /** the sector whose bodies are shown; null: all */
  sectorId: string | null
  /** from 1 */
  page: number
}

/** Reads it from an address: `?bodiesOf=sport&page=2`. */
export function readMapView(params: URLSearchParams): MapView {
  const page = Number(params.get('page'))
  return {
    sectorId: params.get('bodiesOf')?.slice(0, 200) || null,
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  }
}

/** @returns the sectors whose bodies are shown; all where the one that was asked for has none here */
export function shownSectors(sectors: MapSector[], { sectorId }: Pick<MapView, 'sectorId'>): MapSector[] {
  const asked = sectors.filter(sector => sector.id === sectorId)
  return asked.length > 0 ? asked : sectors
}

/** @returns the most measures that one body leads: where it gets stuck first. 0 where nobody leads more than one */
export function mostLeads(sectors: MapSector[]): number {
  const most = Math.max(0, ...sectors.flatMap(sector => sector.bodies.map(body => body.leads)))
  return most > 1 ? most : 0
}
