import { createCookie } from '@remix-run/node'
import { RemixI18Next } from 'remix-i18next/server'
import type { AppContext } from '#server/context'
import { fallbackLocale, type Locale, locales, toLocale } from './locale'

/** The language of a visitor's browser, until somebody signs in; `?lng=en` sets it. */
export const localeCookie = createCookie('locale', { path: '/', sameSite: 'lax', httpOnly: true, maxAge: 31_536_000 })

const detection = new RemixI18Next({
  detection: {
    supportedLanguages: [...locales],
    fallbackLanguage: fallbackLocale,
    cookie: localeCookie,
    order: ['searchParams', 'cookie', 'header'],
  },
})

/** What the person chose, else what this browser chose, else what it asks for, else Dutch. */
export async function readLocale({ request, context }: { request: Request; context: AppContext }): Promise<Locale> {
  const actor = await context.readActor()
  return actor?.locale ?? toLocale(await detection.getLocale(request))
}

/** @returns the header that remembers the language a visitor asked for in the address, when one did */
export async function rememberLocale(request: Request): Promise<HeadersInit> {
  const asked = new URL(request.url).searchParams.get('lng')
  return locales.some(locale => locale === asked) ? { 'Set-Cookie': await localeCookie.serialize(asked) } : {}
}
