import { escapeHtml } from '../escape-html'

/** A message in HTML as mail programs show it. @param body HTML */
export const asHtml = (language: string, subject: string, body: string) => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="font: 16px/1.5 sans-serif; color: #1b2733">
${body}
</body></html>`
