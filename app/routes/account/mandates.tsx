import { useTranslation } from 'react-i18next'
import { SectorChip } from '#app/components/sector-chip'
import { useFormat } from '#app/i18n/use-format'
import type { ActorMandate } from '#server/auth/actor.shared'

/** For which bodies somebody acts, in which role, until when. */
export function Mandates({ mandates }: { mandates: ActorMandate[] }) {
  const { t } = useTranslation(['auth', 'common'])
  const format = useFormat()
  return (
    <ul>
      {mandates.map(({ id, role, bodyCode, bodyName, colour, endsOn }) => (
        <li key={id} className="row flex-wrap border-b border-line py-2">
          <SectorChip code={bodyCode} name={bodyName} colour={colour} />
          <span className="grow">{bodyName}</span>
          <span className="text-ink-2">
            {t(`common:roles.${role}`)}
            {endsOn && `, ${t('account.mandateUntil', { date: format.date(endsOn) })}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
