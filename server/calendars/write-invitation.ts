import { escapeHtml } from '../escape-html'
import { asHtml } from '../mail/html-message'
import { type CalendarMeeting, pageOf } from './calendar-event'
import type { InvitationWords } from './invitation-words'

/** An invitation as a message: the same in plain text and in HTML. */
export function writeInvitation(
  meeting: CalendarMeeting,
  { base, words, isAgain, note }: { base: string; words: InvitationWords; isAgain: boolean; note: string },
): { subject: string; text: string; html: string } {
  const { title, startsAt, location, groupName, agenda, id } = meeting
  const link = pageOf(base, id)
  const subject = (isAgain ? words.subjectAgain : words.subject)(title, words.day(startsAt))
  const opening = isAgain ? words.again : words.greeting(groupName)
  const facts: [string, string][] = [
    [words.when, words.moment(startsAt)],
    ...(location ? [[words.where, location] as [string, string]] : []),
  ]
  const text = [
    opening,
    ...(note ? [note] : []),
    [title, ...facts.map(([label, fact]) => `${label}: ${fact}`)].join('\n'),
    agenda.length > 0
      ? [`${words.agenda}:`, ...agenda.map((item, index) => `${index + 1}. ${item}`)].join('\n')
      : words.noAgenda,
    `${words.open}: ${link}`,
    words.answer,
  ].join('\n\n')
  const html = asHtml(
    words.language,
    subject,
    `<p>${escapeHtml(opening)}</p>${note && `\n<p style="white-space: pre-line">${escapeHtml(note)}</p>`}
<h1 style="font-size: 20px; margin: 0 0 8px">${escapeHtml(title)}</h1>
<p>${facts.map(([label, fact]) => `<strong>${escapeHtml(label)}:</strong> ${escapeHtml(fact)}`).join('<br>')}</p>
${
  agenda.length > 0
    ? `<h2 style="font-size: 16px; margin: 16px 0 4px">${escapeHtml(words.agenda)}</h2>\n<ol>${agenda.map(item => `<li>${escapeHtml(item)}</li>`).join('')}</ol>`
    : `<p>${escapeHtml(words.noAgenda)}</p>`
}
<p><a href="${escapeHtml(link)}">${escapeHtml(words.open)}</a></p>
<p style="color: #4b5661">${escapeHtml(words.answer)}</p>`,
  )
  return { subject, text, html }
}
