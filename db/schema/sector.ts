/** A policy domain, with the colour (1 to 12) that follows it everywhere. */
export interface SectorTable {
  id: string
  position: number
  colour: number
  nameNl: string
  nameEn: string
}
