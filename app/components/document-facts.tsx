import type { DocumentModel } from '#server/exports/document-model.shared'

/** When, where, how it stands: what a document says under its title. */
export function DocumentFacts({ facts }: { facts: DocumentModel['facts'] }) {
  return (
    <dl className="document-facts">
      {facts.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
