import { Link, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SectorChip } from '#app/components/sector-chip'

interface DemoAccount {
  email: string
  role: 'coordinator' | 'editor' | 'representative' | 'observer'
  bodyCode: string
  bodyName: string
  colour: number
}

/** Accounts to try, each a link that fills in the form: that works without JavaScript too. */
export function DemoAccounts({ accounts, password }: { accounts: DemoAccount[]; password: string }) {
  const { t } = useTranslation(['auth', 'common'])
  const [search] = useSearchParams()
  const filledIn = (email: string) => {
    const query = new URLSearchParams(search)
    query.set('as', email)
    return `?${query}`
  }
  return (
    <section className="after" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t('signIn.demoTitle')}</h2>
      <p className="mt-1">{t('signIn.demo', { password })}</p>
      <ul className="mt-2">
        {accounts.map(({ email, role, bodyCode, bodyName, colour }) => (
          <li key={email} className="row border-b border-line py-2">
            <span className="w-20 flex-none">
              <SectorChip code={bodyCode} name={bodyName} colour={colour} />
            </span>
            <Link to={filledIn(email)} replace preventScrollReset title={email}>
              {t(`common:roles.${role}`)}
            </Link>
            <span className="grow truncate text-ink-3 max-sm:hidden">{bodyName}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
