import { createInstance, type i18n } from 'i18next'
import { fallbackLocale, type Locale, locales } from './locale'
import { nl, resources } from './resources'

/** An instance with its texts at hand: the same on both sides, so that the browser finds what the server wrote. */
export function createI18n(locale: Locale): i18n {
  const instance = createInstance()
  instance.init({
    lng: locale,
    fallbackLng: fallbackLocale,
    supportedLngs: locales,
    resources,
    ns: Object.keys(nl),
    defaultNS: 'common',
    initImmediate: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  return instance
}
