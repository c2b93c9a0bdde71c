import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { MeasureOptions } from '#server/measures/measure-detail.shared'
import { OwnerRow } from './owner-row'
import { OwnersAnnouncer } from './owners-announcer'
import type { Owner } from './owners-for'
import { ProposeForm } from './propose-form'
import { useEditing } from './use-editing'

/** Who carries this measure, who was asked, and, folded away, who carried it before. */
export function Owners({
  measureId,
  owners,
  options,
  canPropose,
}: {
  measureId: string
  owners: Owner[]
  /** for who may ask or name somebody */
  options: MeasureOptions | null
  canPropose: boolean
}) {
  const { t } = useTranslation('measures')
  const { isOpen, close, linkProps } = useEditing('owners')
  const open = owners.filter(owner => owner.state === 'proposed' || owner.state === 'accepted')
  const handedBack = owners.filter(owner => owner.state === 'handed-back' && !open.some(other => isSame(owner, other)))
  const current = [...open, ...handedBack]
  const earlier = owners.filter(owner => !current.includes(owner))
  const leads = open.filter(owner => owner.role === 'lead')
  const missing = leads.length === 0 ? t('owners.leadMissing') : t('owners.leadAsked')
  return (
    <section className="side-section" aria-labelledby="owners">
      <div className="heading">
        <h2 id="owners">{t('owners.title')}</h2>
        {!isOpen && owners.some(canBeChanged) && (
          <Link {...linkProps} className="end" aria-label={t('owners.edit')}>
            {t('measure.edit')}
          </Link>
        )}
        {isOpen && (
          <button type="button" className="end link-button" onClick={close}>
            {t('owners.done')}
          </button>
        )}
      </div>
      {!leads.some(lead => lead.state === 'accepted') && <p className="mb-2 text-sm text-warn">{missing}</p>}
      <ul className="key-values owners">
        {current.map(owner => (
          <OwnerRow key={owner.id} owner={owner} measureId={measureId} options={options} isEditing={isOpen} />
        ))}
      </ul>
      {earlier.length > 0 && (
        <details className="more-rows">
          <summary className="link-button text-sm">{t('owners.earlier', { count: earlier.length })}</summary>
          <ul className="key-values owners">
            {earlier.map(owner => (
              <OwnerRow key={owner.id} owner={owner} measureId={measureId} options={options} isEditing={isOpen} />
            ))}
          </ul>
        </details>
      )}
      {options && canPropose && <ProposeForm measureId={measureId} options={options} />}
      <OwnersAnnouncer owners={owners} />
    </section>
  )
}

/** There is more to do about it than to answer an open question, which is always offered. */
const canBeChanged = ({ state, can }: Owner) =>
  can.withdraw || can.end || can.transfer || can.changePerson || (state === 'accepted' && can.handBack)

const isSame = (one: Owner, other: Owner) => one.bodyId === other.bodyId && one.role === other.role
