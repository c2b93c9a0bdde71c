/** A body as it shows everywhere: its code in its sector's colour (1 to 12), its name where there is room. */
export interface BodyMark {
  id: string
  code: string
  name: string
  colour: number
}

/** Somebody who acts for a body today. */
export interface MandatedPerson {
  personId: string
  name: string
  bodyId: string
}
