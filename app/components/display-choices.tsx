import { useFetcher, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { locales } from '#app/i18n/locale'

const themes = ['system', 'light', 'dark'] as const

/** The language and the colours somebody reads in; chosen with one click, and back where they were. */
export function DisplayChoices({ theme, className }: { theme: 'light' | 'dark' | null; className?: string }) {
  const { t, i18n } = useTranslation()
  return (
    <>
      <Choice label={t('account.language')} intent="locale" className={className}>
        {locales.map(locale => (
          <ChoiceButton key={locale} value={locale} isChosen={locale === i18n.language} lang={locale}>
            {t(`languages.${locale}`)}
          </ChoiceButton>
        ))}
      </Choice>
      <Choice label={t('account.theme')} intent="theme" className={className}>
        {themes.map(value => (
          <ChoiceButton key={value} value={value} isChosen={value === (theme ?? 'system')}>
            {t(`account.${value}`)}
          </ChoiceButton>
        ))}
      </Choice>
    </>
  )
}

interface ChoiceProps {
  label: string
  intent: 'locale' | 'theme'
  className: string | undefined
  children: ReactNode
}

function Choice({ label, intent, className, children }: ChoiceProps) {
  const fetcher = useFetcher()
  const { pathname, search } = useLocation()
  return (
    <fetcher.Form method="post" action="/account" className={className}>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="to" value={pathname + search} />
      <fieldset>
        <legend className="text-xs font-semibold text-ink-3">{label}</legend>
        <div className="switch">{children}</div>
      </fieldset>
    </fetcher.Form>
  )
}

interface ChoiceButtonProps {
  value: string
  isChosen: boolean
  lang?: string
  children: ReactNode
}

function ChoiceButton({ value, isChosen, lang, children }: ChoiceButtonProps) {
  return (
    <button type="submit" name="value" value={value} aria-pressed={isChosen} lang={lang}>
      {children}
    </button>
  )
}
