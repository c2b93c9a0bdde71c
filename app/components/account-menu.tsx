import { Link } from '@remix-run/react'
import { ChevronDown, LogOut, Settings, Shapes } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { BodyAvatar } from './body-avatar'
import { DisplayChoices } from './display-choices'
import { Icon } from './icon'
import { SignOutForm } from './sign-out-form'
import { useClosing } from './use-closing'
import type { Viewer } from './viewer'

/** Who am I here, and how do I want it: a disclosure of the browser's own, so that it opens without JavaScript. */
export function AccountMenu({ actor }: { actor: Viewer }) {
  const { t } = useTranslation()
  const menu = useRef<HTMLDetailsElement>(null)
  useClosing(menu)
  const { bodyCode, bodyName, colour, role, sectorId } = actor.mandate
  return (
    <details className="account" ref={menu}>
      <summary>
        <span className="sr-only">{t('account.label')}: </span>
        <BodyAvatar code={bodyCode} name={bodyName} colour={colour} />
        <span className="who">{actor.name}</span>
        <Icon of={ChevronDown} size="small" />
      </summary>
      <div className="menu">
        <p className="px-3.5 py-1.5">
          <b>{actor.name}</b>
          <span className="block text-ink-2">
            {t(`roles.${role}`)}, {bodyName}
          </span>
        </p>
        <Link className="menu-item" to={`/sectors/${sectorId}`}>
          <Icon of={Shapes} />
          {t('account.sector')}
        </Link>
        <Link className="menu-item" to="/account">
          <Icon of={Settings} />
          {t('account.settings')}
        </Link>
        <div className="menu-separator" />
        <DisplayChoices theme={actor.theme} className="px-3.5 py-1.5" />
        <div className="menu-separator" />
        <SignOutForm personId={actor.personId}>
          <button type="submit" className="menu-item">
            <Icon of={LogOut} />
            {t('account.signOut')}
          </button>
        </SignOutForm>
      </div>
    </details>
  )
}
