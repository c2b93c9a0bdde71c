import { type FetcherWithComponents, Link } from '@remix-run/react'
import { UserRoundCheck } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Icon } from '#app/components/icon'
import { Note } from '#app/components/note'
import { DemoMark } from '#app/components/provenance'
import { TextArea } from '#app/components/text-area'
import { useClosing } from '#app/components/use-closing'
import type { FormReply } from '#app/form-reply'
import { useFormat } from '#app/i18n/use-format'
import type { ResponsibilityToAnswer } from '#server/measures/responsibility.shared'

interface Props {
  item: ResponsibilityToAnswer
  /** it was asked of the reader in person */
  isMine: boolean
  fetcher: FetcherWithComponents<FormReply>
  reply: FormReply | undefined
}

export function ResponsibilityRow({ item, isMine, fetcher, reply }: Props) {
  const { t } = useTranslation(['home', 'common'])
  const format = useFormat()
  const isBusy = fetcher.formData?.get('responsibilityId') === item.id
  const refusal = reply && !reply.ok && reply.values.responsibilityId === item.id ? reply : undefined
  const role = t(`common:responsibilityRoles.${item.role}`)
  return (
    <li className="work-row">
      <span className="mark">
        <Icon of={UserRoundCheck} />
      </span>
      <div className="what">
        <Link to={`/measures/${item.measureId}`}>{item.measureTitle}</Link> <DemoMark isDemo={item.isDemo} />
        <p>
          {item.proposedByCode
            ? t('proposedBy', { by: item.proposedByCode, body: item.bodyName })
            : t('proposedByPlan', { body: item.bodyName })}{' '}
          <strong>{role}</strong>
          {isMine && t('asYourself')}
        </p>
        {refusal?.errors[''] && (
          <Note tone="bad" role="alert" className="mt-2">
            {refusal.errors['']}
          </Note>
        )}
      </div>
      <div className="when">
        {t('noDeadline')}
        <small>{t('sinceDate', { date: format.date(item.proposedAt) })}</small>
      </div>
      <div className="answers">
        <HandBack item={item} fetcher={fetcher} error={refusal?.errors.reason} isBusy={isBusy} />
        <fetcher.Form method="post" action={`/measures/${item.measureId}`}>
          <input type="hidden" name="responsibilityId" value={item.id} />
          <Button type="submit" name="intent" value="accept-responsibility" disabled={isBusy}>
            {t('accept')}
            <span className="sr-only">: {item.measureTitle}</span>
          </Button>
        </fetcher.Form>
      </div>
    </li>
  )
}

/** Opens by itself without JavaScript; a reason is asked, since the group must go on with it. */
function HandBack({
  item,
  fetcher,
  error,
  isBusy,
}: Pick<Props, 'item' | 'fetcher'> & { error: string | undefined; isBusy: boolean }) {
  const { t } = useTranslation('home')
  const details = useRef<HTMLDetailsElement>(null)
  useClosing(details)
  return (
    <details className="hand-back" ref={details}>
      <summary className="button ghost">
        {t('handBack')}
        <span className="sr-only">: {item.measureTitle}</span>
      </summary>
      <fetcher.Form method="post" action={`/measures/${item.measureId}`} className="panel">
        <input type="hidden" name="responsibilityId" value={item.id} />
        <TextArea name="reason" label={t('handBackReason')} hint={t('handBackHint')} error={error} required />
        <Button type="submit" name="intent" value="hand-back-responsibility" className="mt-3" disabled={isBusy}>
          {t('handBackNow')}
        </Button>
      </fetcher.Form>
    </details>
  )
}
