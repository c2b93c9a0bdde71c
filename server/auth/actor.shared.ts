/** Whom a person acts for: a body, in a group, in a role. */
export interface ActorMandate {
  id: string
  groupId: string
  role: 'coordinator' | 'editor' | 'representative' | 'observer'
  bodyId: string
  bodyCode: string
  bodyName: string
  sectorId: string
  /** the sector's colour, 1 to 12 */
  colour: number
  /** 'YYYY-MM-DD', the last day; null: no end known */
  endsOn: string | null
}

/** Who is at work: a signed-in person, in one group, under the mandates that hold today. */
export interface Actor {
  personId: string
  sessionId: string
  name: string
  email: string
  locale: 'nl' | 'en' | null
  theme: 'light' | 'dark' | null
  groupId: string
  groupName: string
  /** the mandate that writes are recorded under: the one with the widest role */
  mandate: ActorMandate
  /** every mandate that holds today in this group, the acting one first */
  mandates: ActorMandate[]
}
