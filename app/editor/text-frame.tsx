import type { ReactNode } from 'react'
import { classNames } from '#app/components/class-names'

/** Where a text is read and written: the row above it, remarks about it, the text itself. */
export function TextFrame({
  documentId,
  label,
  bar,
  notes,
  isLive,
  children,
}: {
  documentId: string
  label: string
  bar: ReactNode
  notes?: ReactNode
  isLive?: boolean
  children: ReactNode
}) {
  return (
    <section className="work" aria-label={label} data-live={isLive}>
      {bar}
      {notes}
      <div className={classNames('paper')} data-document-id={documentId}>
        {children}
      </div>
    </section>
  )
}

/** The text as the server rendered it, from what the schema knows only (server/documents/render-text.ts). */
export function StaticText({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by the server from the schema, with everything escaped
  return <div className="prose" lang="nl" dangerouslySetInnerHTML={{ __html: html }} />
}

/** Nothing to read, as the server renders an empty text. */
export const isEmptyHtml = (html: string) => html === '' || html === '<p></p>'
