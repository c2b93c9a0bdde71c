export const locales = ['nl', 'en'] as const
export type Locale = (typeof locales)[number]
export const fallbackLocale: Locale = 'nl'

/** @returns the value as a locale, the fallback when it is not one we speak */
export const toLocale = (value: string | null | undefined): Locale =>
  locales.find(locale => locale === value) ?? fallbackLocale
