const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as it may stand in HTML. */
export const escaped = (text: string) => text.replace(/[&<>"]/g, character => entities[character] ?? character)

/** A message in HTML as mail programs show it. @param body HTML */
export const asHtml = (language: string, subject: string, body: string) => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="font: 16px/1.5 sans-serif; color: #1b2733">
${body}
</body></html>`
