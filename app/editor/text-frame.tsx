import type { ReactNode } from 'react'

/** Where a text is read and written: the row above it, remarks about it, the text itself. */
export function TextFrame({
  documentId,
  label,
  bar,
  notes,
  hint,
  children,
}: {
  documentId: string
  label: string
  bar: ReactNode
  notes?: ReactNode
  /** what is said where the text would be */
  hint?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="work" aria-label={label}>
      {bar}
      {notes}
      <div className="paper">
        <div data-document-id={documentId}>{children}</div>
        {hint}
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
