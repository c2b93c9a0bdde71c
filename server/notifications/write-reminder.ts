import { escapeHtml } from '../escape-html'
import { asHtml } from '../mail/html-message'
import type { ReminderWords } from './reminder-words'

/** An action or an effect that a message reminds of. */
export interface RemindedOf {
  kind: 'action' | 'effect'
  title: string
  /** 'YYYY-MM-DD' */
  dueOn: string | null
  isOverdue: boolean
}

/**
 * A reminder as a message: the same in plain text and in HTML.
 * @param to `base` the address of this installation; undefined: not known
 */
export function writeReminder(
  { name, groupName }: { name: string; groupName: string },
  items: RemindedOf[],
  { base, words }: { base: string | undefined; words: ReminderWords },
): { subject: string; text: string; html: string } {
  const parts = [
    { title: words.actions, kind: 'action', page: '/actions', open: words.openActions },
    { title: words.effects, kind: 'effect', page: '/decisions?applied=open', open: words.openEffects },
  ]
    .map(part => ({ ...part, items: items.filter(({ kind }) => kind === part.kind) }))
    .filter(part => part.items.length > 0)
  const subject = words.subject(items.length)
  const greeting = words.greeting(name, groupName)
  const line = ({ title, dueOn, isOverdue }: RemindedOf) => `${title} (${words.due(dueOn, isOverdue)})`
  const text = [
    greeting,
    ...parts.map(part =>
      [
        `${part.title}:`,
        ...part.items.map(item => `- ${line(item)}`),
        ...(base ? [`${part.open}: ${base}${part.page}`] : []),
      ].join('\n'),
    ),
    ...(base ? [] : [words.elsewhere]),
    words.why,
  ].join('\n\n')
  const body = [
    `<p>${escapeHtml(greeting)}</p>`,
    ...parts.map(
      part => `<h2 style="font-size: 16px; margin: 16px 0 4px">${escapeHtml(part.title)}</h2>
<ul>${part.items.map(item => `<li>${escapeHtml(line(item))}</li>`).join('')}</ul>
${base ? `<p><a href="${escapeHtml(base + part.page)}">${escapeHtml(part.open)}</a></p>` : ''}`,
    ),
    ...(base ? [] : [`<p>${escapeHtml(words.elsewhere)}</p>`]),
    `<p style="color: #4b5661">${escapeHtml(words.why)}</p>`,
  ].join('\n')
  return { subject, text, html: asHtml(words.language, subject, body) }
}
