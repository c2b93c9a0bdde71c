/** What a reader can open: the record that an activity was about. */
export interface ActivitySubject {
  type: 'measure' | 'meeting' | 'decision' | 'agenda-item' | 'baseline' | 'update-round' | 'position-round'
  id: string
  title: string
  /** the meeting of an agenda item */
  meetingId: string | null
}

/** One line of the feed: the same person doing the same to the same record on one day is one line. */
export interface ActivityLine {
  id: number
  at: Date
  verb: string
  /** how often it happened that day */
  times: number
  subject: ActivitySubject
  /** null: the import of the plan */
  personId: string | null
  personName: string | null
  bodyCode: string | null
  bodyName: string | null
  colour: number | null
  /** for responsibilities: which role */
  role: string | null
  /** for responsibilities and progress: of which body */
  ofBodyCode: string | null
  ofBodyName: string | null
  /** the milestone that it was about, as it was called then */
  milestone: string | null
  /** for what hit a measure through another that it depends on: that one, and the status that it got */
  causeTitle: string | null
  status: string | null
  /** for progress: how far it is, and whether somebody else than that body says so */
  percentage: number | null
  onBehalf: boolean
}
