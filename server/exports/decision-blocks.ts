import { registerNumber } from '../decisions/decision.shared'
import type { DecisionInMeeting } from '../decisions/decision-list.shared'
import { type Block, lead, paragraph, paragraphs } from './document-model.shared'
import type { MeetingWords } from './meeting-words.shared'

type Shown = Pick<DecisionInMeeting, 'year' | 'number' | 'title' | 'text' | 'result' | 'reachedBy'> & {
  reservations: { body: { code: string }; text: string }[]
  measures: { number: number | null; title: string; version: number }[]
  /** absent in minutes: those say what was decided then */
  corrects?: { year: number; number: number } | null
  correctedBy?: { year: number; number: number } | null
}

/** A decision under a heading of its own: number, result, text, who had a reservation, on which frozen texts. */
export function decisionBlocks(
  decision: Shown,
  words: MeetingWords,
  { level, position }: { level: 1 | 2 | 3; position?: number | undefined },
): Block[] {
  const { title, text, result, reachedBy, reservations, measures, corrects, correctedBy } = decision
  const taken = position === undefined ? null : words.takenOn(position)
  return [
    { kind: 'heading', level, text: words.decision(registerNumber(decision), title) },
    {
      kind: 'paragraph',
      runs: [
        { text: words.results[result], bold: true },
        { text: ` · ${[words.ways[reachedBy], taken].filter(Boolean).join(' · ')}` },
      ],
    },
    ...(corrects ? [paragraph(words.corrects(registerNumber(corrects)))] : []),
    ...(correctedBy ? [paragraph(words.correctedBy(registerNumber(correctedBy)))] : []),
    ...paragraphs(text),
    ...(reservations.length > 0
      ? [
          lead(`${words.reservations}:`),
          bullets(reservations.map(({ body, text }) => ({ bold: `${body.code}: `, text }))),
        ]
      : []),
    ...(measures.length > 0
      ? [
          lead(`${words.about}:`),
          bullets(
            measures.map(measure => ({
              bold: '',
              text: `${measure.number === null ? '' : `${measure.number}. `}${measure.title} (${words.version(measure.version)})`,
            })),
          ),
        ]
      : []),
  ]
}

const bullets = (lines: { bold: string; text: string }[]): Block => ({
  kind: 'list',
  isNumbered: false,
  start: 1,
  items: lines.map(({ bold, text }) => ({
    blocks: [{ kind: 'paragraph', runs: [...(bold ? [{ text: bold, bold: true }] : []), { text }] }],
  })),
})
