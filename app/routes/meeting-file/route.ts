import type { LoaderFunctionArgs } from '@remix-run/node'
import { orResponse } from '#app/domain-response.server'
import { toDay } from '#app/i18n/format'
import { readLocale } from '#app/i18n/locale.server'
import { translator } from '#app/i18n/translator'
import { documentOf, readDocument } from '#app/routes/meeting-document/read-document.server'
import { requireActor } from '#app/session.server'
import { contentDisposition } from '#server/exports/content-disposition.shared'
import type { DocumentModel } from '#server/exports/document-model.shared'
import { renderDocx } from '#server/exports/render-docx'
import { renderHtml } from '#server/exports/render-html'
import { renderMarkdown } from '#server/exports/render-markdown'
import { renderPdf } from '#server/exports/render-pdf'

const formats: Record<string, { mediaType: string; write(model: DocumentModel): Buffer | Promise<Buffer> }> = {
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: renderDocx,
  },
  pdf: { mediaType: 'application/pdf', write: renderPdf },
  html: { mediaType: 'text/html; charset=utf-8', write: renderHtml },
  md: { mediaType: 'text/markdown; charset=utf-8', write: renderMarkdown },
}

/** The agenda, the list of decisions or the minutes of a meeting as a file. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const locale = await readLocale({ request, context })
  const { kind, ending } = documentOf(request)
  const format = formats[ending]
  if (!format) throw new Response('not-found', { status: 404 })
  const { meeting, model } = await orResponse(
    readDocument(context.db, actor, { meetingId: params.id ?? '', kind, locale }),
  )
  const content = await format.write(model)
  const t = translator(locale, 'documents')
  const name = t('fileName', { document: t(`titles.${kind}`), meeting: meeting.title, date: toDay(meeting.startsAt) })
  return new Response(new Uint8Array(content), {
    headers: {
      'Content-Type': format.mediaType,
      'Content-Length': String(content.length),
      'Content-Disposition': contentDisposition(`${name}.${ending}`),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
