import { z } from 'zod'

/** What a line of the history is about, in the order in which a reader can choose. */
export const historyKinds = [
  'facts',
  'text',
  'discussion',
  'responsibility',
  'progress',
  'position',
  'milestone',
  'decision',
  'meeting',
  'evidence',
  'dependency',
  'other',
] as const
export type HistoryKind = (typeof historyKinds)[number]

/** The nouns of verbs ('milestone.moved') and what they are about; what is not here is `other`. */
export const kindOfNoun: Readonly<Record<string, HistoryKind>> = {
  measure: 'facts',
  text: 'text',
  thread: 'discussion',
  comment: 'discussion',
  proposal: 'discussion',
  responsibility: 'responsibility',
  progress: 'progress',
  'update-round': 'progress',
  'position-round': 'position',
  position: 'position',
  condition: 'position',
  milestone: 'milestone',
  decision: 'decision',
  effect: 'decision',
  action: 'decision',
  meeting: 'meeting',
  'agenda-item': 'meeting',
  evidence: 'evidence',
  dependency: 'dependency',
}

export const historyKind = (verb: string): HistoryKind => kindOfNoun[verb.split('.')[0] ?? ''] ?? 'other'

/** What was recorded of how something was or is: field names and values, as the write put them down. */
export type Recorded = Readonly<Record<string, unknown>>

/** One thing that was done. Somebody's edits of a text on one day are one line. */
export interface HistoryLine {
  /** grows with time; the cursor of a page */
  id: number
  at: Date
  verb: string
  /** how often, where several are one line */
  times: number
  measureId: string
  /** null: the import of the plan */
  personId: string | null
  personName: string | null
  role: 'coordinator' | 'editor' | 'representative' | 'observer' | null
  bodyCode: string | null
  bodyName: string | null
  colour: number | null
  subject: { type: string; id: string; title: string | null; meetingId: string | null }
  before: Recorded
  after: Recorded
  /** for edits of a text: the newest version before them and the oldest after; null where there is none */
  versions: { from: number | null; to: number | null } | null
}

/** What an id in the trail is called now. */
export interface HistoryName {
  label: string
  /** where it has a name in English too */
  labelEn: string | null
  /** of a body */
  code: string | null
}

export type HistoryNames = Readonly<Record<string, HistoryName>>

export interface HistoryFilters {
  kind?: HistoryKind
  /** a person or a body */
  who?: string
  /** 'YYYY-MM-DD', both included */
  from?: string
  until?: string
  /** a meeting: only what was done after it */
  meeting?: string
}

export interface MeasureHistory {
  lines: HistoryLine[]
  names: HistoryNames
  /** where the next page begins; null: this is the last */
  next: number | null
}

/** What can be chosen to narrow a history down. */
export interface HistoryChoices {
  kinds: HistoryKind[]
  people: { id: string; name: string }[]
  bodies: { id: string; code: string; name: string }[]
  /** those that were held, the newest first */
  meetings: MeetingMark[]
}

export interface MeetingMark {
  id: string
  title: string
  startsAt: Date
}

/** A measure with what was done to it in a period, the newest first; of many lines only the first. */
export interface ChangedMeasure {
  id: string
  number: number | null
  title: string
  isDemo: boolean
  lines: HistoryLine[]
  /** how many there are in all */
  count: number
}

const record = z.guid()
const day = z.iso.date().refine(value => value >= '1900-01-01')

/** Reads the filters from an address; what it does not know, it leaves out. */
export function readHistoryFilters(params: URLSearchParams): HistoryFilters {
  const valid = (name: string, type: z.ZodType<string>) => type.safeParse(params.get(name)).data
  const filters = {
    kind: historyKinds.find(kind => kind === params.get('kind')),
    who: valid('who', record),
    from: valid('from', day),
    until: valid('until', day),
    meeting: valid('meeting', record),
  }
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined))
}

/** Reads where a page begins from an address. */
export function readCursor(params: URLSearchParams): number | undefined {
  const cursor = Number(params.get('before') ?? '')
  return Number.isSafeInteger(cursor) && cursor > 0 ? cursor : undefined
}
