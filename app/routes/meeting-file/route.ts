import type { LoaderFunctionArgs } from '@remix-run/node'
import { orResponse } from '#app/domain-response.server'
import { endingOf, fileResponse } from '#app/file-response.server'
import { toDay } from '#app/i18n/format'
import { readLocale } from '#app/i18n/locale.server'
import { translator } from '#app/i18n/translator'
import { documentOf, readDocument } from '#app/routes/meeting-document/read-document.server'
import { requireActor } from '#app/session.server'
import type { DocumentModel } from '#server/exports/document-model.shared'
import { renderDocx } from '#server/exports/render-docx'
import { renderHtml } from '#server/exports/render-html'
import { renderMarkdown } from '#server/exports/render-markdown'
import { renderPdf } from '#server/exports/render-pdf'

const endings = ['docx', 'pdf', 'html', 'md'] as const
const write: Record<(typeof endings)[number], (model: DocumentModel) => Buffer | Promise<Buffer>> = {
  docx: renderDocx,
  pdf: renderPdf,
  html: renderHtml,
  md: renderMarkdown,
}

/** The agenda, the list of decisions or the minutes of a meeting as a file. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const locale = await readLocale({ request, context })
  const kind = documentOf(request)
  const ending = endingOf(request, endings)
  const { meeting, model } = await orResponse(
    readDocument(context.db, actor, { meetingId: params.id ?? '', kind, locale }),
  )
  const content = await write[ending](model)
  const t = translator(locale, 'documents')
  const name = t('fileName', { document: t(`titles.${kind}`), meeting: meeting.title, date: toDay(meeting.startsAt) })
  return fileResponse(content, { name, ending })
}
