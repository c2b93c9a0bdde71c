import { contentDisposition } from '#server/exports/content-disposition.shared'

const office = 'application/vnd.openxmlformats-officedocument'
const mediaTypes = {
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
}
export type FileEnding = keyof typeof mediaTypes

/** @returns what the address asks for by its ending, where that is one of `endings`; else throws the page that says 404 */
export function endingOf<Ending extends FileEnding>(request: Request, endings: readonly Ending[]): Ending {
  const asked = new URL(request.url).pathname.split('.').at(-1)
  const ending = endings.find(one => one === asked)
  if (!ending) throw new Response('not-found', { status: 404 })
  return ending
}

/** Answers with a file that was made for this reader: to be kept by them, by nobody in between. */
export const fileResponse = (content: Buffer, { name, ending }: { name: string; ending: FileEnding }) =>
  new Response(new Uint8Array(content), {
    headers: {
      'Content-Type': mediaTypes[ending],
      'Content-Length': String(content.length),
      'Content-Disposition': contentDisposition(`${name}.${ending}`),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
