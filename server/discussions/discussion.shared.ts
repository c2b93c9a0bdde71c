import { z } from 'zod'
import type { TextAuthor } from '../documents/version.shared'
import type { ServedCondition } from '../positions/condition.shared'

/** A comment, and a passage, are at most so long, in characters. */
export const LONGEST_COMMENT = 5_000
export const LONGEST_PASSAGE = 4_000

const record = z.guid({ error: 'choose-one' })
const lines = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value)
const comment = z.preprocess(
  lines,
  z.string({ error: 'required' }).trim().min(1, 'required').max(LONGEST_COMMENT, 'too-long'),
)

const encodedPosition = z
  .base64({ error: 'choose-one' })
  .max(200, 'choose-one')
  .transform(value => Uint8Array.from(atob(value), character => character.charCodeAt(0)))
/** A passage as a browser marked it; absent: the measure as a whole. */
const passage = z.object({
  from: encodedPosition,
  to: encodedPosition,
  quote: z.preprocess(lines, z.string().min(1, 'required').max(LONGEST_PASSAGE, 'passage-too-long')),
})
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(value => value || undefined, schema.optional())

export const openThreadInput = z.object({
  measureId: record,
  passage: optional(passage),
  text: comment,
})
export type OpenThreadInput = z.infer<typeof openThreadInput>

export const proposeWordingInput = z.object({
  measureId: record,
  passage,
  /** '' proposes to leave the passage out */
  replacement: z.preprocess(lines, z.string({ error: 'required' }).max(LONGEST_PASSAGE * 2, 'too-long')),
  /** why; may be left out */
  text: z.preprocess(lines, z.string().trim().max(LONGEST_COMMENT, 'too-long').default('')),
})
export type ProposeWordingInput = z.infer<typeof proposeWordingInput>

export const addCommentInput = z.object({ threadId: record, text: comment })
export type AddCommentInput = z.infer<typeof addCommentInput>

export const editCommentInput = z.object({ commentId: record, text: comment })
export type EditCommentInput = z.infer<typeof editCommentInput>

export const removeCommentInput = z.object({ commentId: record })
export type RemoveCommentInput = z.infer<typeof removeCommentInput>

export const threadInput = z.object({ threadId: record })
export type ThreadInput = z.infer<typeof threadInput>

/** `onto`: what the passage said when the editor said yes */
export const acceptProposalInput = z.object({
  threadId: record,
  onto: z.preprocess(lines, z.string({ error: 'required' })),
})
export type AcceptProposalInput = z.infer<typeof acceptProposalInput>

export const declineProposalInput = z.object({
  threadId: record,
  reason: z.string({ error: 'required' }).trim().min(1, 'required').max(2000, 'too-long'),
})
export type DeclineProposalInput = z.infer<typeof declineProposalInput>

export const threadStates = ['open', 'mine', 'resolved', 'all'] as const
export type ThreadState = (typeof threadStates)[number]

/** What of the discussions is asked for. */
export interface ThreadFilters {
  state: ThreadState
  /** of a sector that takes part in them */
  sectorId?: string
}

export interface Mention {
  label: string
  kind: 'person' | 'body' | 'sector'
  /** of the body, or the body of the person */
  bodyCode: string | null
  /** the name of a person, body or sector */
  name: string
  /** the sector's colour, 1 to 12; null: of a person without a mandate today */
  colour: number | null
}

export interface ThreadComment {
  id: string
  /** with its marks (comment-text.shared.ts); '' once it was taken away */
  text: string
  author: TextAuthor
  writtenAt: Date
  editedAt: Date | null
  removedAt: Date | null
  /** what it said before, the newest last */
  earlier: { text: string; replacedAt: Date }[]
  mentions: Mention[]
  isDemo: boolean
  canChange: boolean
}

export interface ThreadStep {
  kind: 'resolved' | 'reopened'
  by: TextAuthor
  at: Date
}

export interface Proposal {
  replacement: string
  state: 'open' | 'accepted' | 'declined' | 'withdrawn'
  settledBy: TextAuthor | null
  settledAt: Date | null
  reason: string
  /** what the passage said when it was taken over */
  onto: string | null
  /** how many other open proposals are about the same words */
  rivals: number
}

/** A discussion with everything that is said in it. */
export interface Thread {
  id: string
  /** what the passage said when it was begun about; '' for the measure as a whole */
  quote: string
  /** what the passage says now; null: it is gone, or there never was one */
  passage: string | null
  openedBy: TextAuthor
  openedAt: Date
  resolvedAt: Date | null
  isDemo: boolean
  /** the last one */
  step: ThreadStep | null
  comments: ThreadComment[]
  proposal: Proposal | null
  /** the conditions of positions that it meets */
  serves: ServedCondition[]
  can: { resolve: boolean; settle: boolean; withdraw: boolean }
}

export interface ThreadCounts {
  open: number
  mine: number
  resolved: number
  all: number
}

/** A page of the discussions of a measure. */
export interface ThreadPage {
  threads: Thread[]
  counts: ThreadCounts
  /** who takes part in them, to choose from */
  sectors: { id: string; nameNl: string; nameEn: string }[]
  filters: ThreadFilters
  page: number
  pages: number
}

/** What is marked in a text: open discussions and proposals about its passages. */
export interface MarkedThread {
  id: string
  words: [client: number, clock: number, length: number][]
  quote: string
  kind: 'comment' | 'proposal'
}

/** Somebody called the reader, or their body or sector, by name in a discussion that goes on. */
export interface MentionOfMe {
  threadId: string
  measureId: string
  measureTitle: string
  /** of the comment, with its marks */
  text: string
  kind: 'person' | 'body' | 'sector'
  /** as they were called */
  label: string
  author: TextAuthor
  at: Date
}
