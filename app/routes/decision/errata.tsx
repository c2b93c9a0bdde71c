import { useTranslation } from 'react-i18next'
import { LineForm } from '#app/components/line-form'
import { useFormat } from '#app/i18n/use-format'
import type { Erratum } from '#server/decisions/decision-detail.shared'

/** Signed corrections, right under what they correct. */
export function Errata({ decisionId, errata, canSign }: { decisionId: string; errata: Erratum[]; canSign: boolean }) {
  const { t } = useTranslation('decisions')
  const format = useFormat()
  return (
    <>
      {errata.length > 0 && (
        <ul className="errata" aria-label={t('errata.title')}>
          {errata.map(erratum => (
            <li key={erratum.id}>
              <strong>{t('errata.one')}</strong> <span lang="nl">{erratum.text}</span>
              <small>
                {t('errata.signed', {
                  name: erratum.personName,
                  code: erratum.bodyCode,
                  date: format.date(erratum.signedAt),
                })}
              </small>
            </li>
          ))}
        </ul>
      )}
      {canSign && (
        <div className="follow-forms">
          <LineForm
            intent="sign-erratum"
            action={`/decisions/${decisionId}`}
            id={{ name: 'decisionId', value: decisionId }}
            line="text"
            words={{
              open: t('errata.add'),
              label: t('errata.text'),
              hint: t('errata.hint'),
              submit: t('errata.sign'),
              done: t('errata.done'),
            }}
          />
        </div>
      )}
    </>
  )
}
