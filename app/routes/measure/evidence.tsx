import { FileText, Link2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import { useFormat } from '#app/i18n/use-format'
import { type EvidenceOnMeasure, evidenceTypes } from '#server/measures/evidence.shared'
import { AddFileForm, AddLinkForm } from './evidence-forms'
import { RemoveEvidence } from './remove-evidence'

/** What shows that a measure is carried out: links and files, each with who put it there. */
export function Evidence({
  measureId,
  evidence,
  canAdd,
}: {
  measureId: string
  evidence: (EvidenceOnMeasure & { canRemove: boolean })[]
  canAdd: boolean
}) {
  const { t } = useTranslation('facts')
  return (
    <section className="side-section" aria-labelledby="evidence">
      <h2 id="evidence">{t('evidence.title')}</h2>
      {evidence.length === 0 && <p className="text-sm text-ink-3">{t('evidence.none')}</p>}
      <ul className="evidence">
        {evidence.map(item => (
          <li key={item.id}>
            <span className="drawing">
              <Icon of={item.kind === 'link' ? Link2 : FileText} />
            </span>
            <div>
              <Name measureId={measureId} item={item} />
              {item.description && <p>{item.description}</p>}
              <Added item={item} />
              {item.canRemove && <RemoveEvidence measureId={measureId} item={item} />}
            </div>
          </li>
        ))}
      </ul>
      {canAdd && (
        <div className="evidence-add">
          <AddLinkForm measureId={measureId} />
          <AddFileForm measureId={measureId} />
        </div>
      )}
    </section>
  )
}

function Name({ measureId, item }: { measureId: string; item: EvidenceOnMeasure }) {
  const { t } = useTranslation('facts')
  const format = useFormat()
  const { id, kind, name, url, mediaType, size } = item
  if (kind === 'link') {
    const host = url && URL.canParse(url) ? new URL(url).host : ''
    return (
      <>
        <a className="font-semibold" href={url ?? ''} target="_blank" rel="noopener noreferrer nofollow">
          {name}
        </a>
        {host !== name && <span className="text-ink-3"> · {host}</span>}
      </>
    )
  }
  const type = (evidenceTypes[mediaType ?? ''] ?? '').toUpperCase()
  const written = format.fileSize(size ?? 0)
  return (
    <>
      <a
        className="font-semibold"
        href={`/measures/${measureId}/evidence/${id}`}
        download
        aria-label={t('evidence.download', { name, type, size: written })}
      >
        {name}
      </a>
      <span className="text-ink-3">
        {' '}
        · {type}, {written}
      </span>
    </>
  )
}

function Added({ item: { addedByName, addedByCode, addedAt } }: { item: EvidenceOnMeasure }) {
  const { t } = useTranslation('facts')
  const format = useFormat()
  return (
    <p className="text-ink-3" title={t('evidence.addedByPerson', { name: addedByName, code: addedByCode })}>
      {t('evidence.addedBy', { code: addedByCode, date: format.date(addedAt) })}
    </p>
  )
}
