import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { createI18n } from '#app/i18n/create-i18n'
import type { Locale } from '#app/i18n/locale'
import tokens from '#app/styles/tokens.css?raw'

const lightTokens = new Map(
  [...tokens.matchAll(/--([\w-]+):\s*(?:light-dark\((#[\da-f]{6}),[^)]*\)|([^;]+));/g)].map(
    ([, name, light, other]) => [name, light ?? other ?? ''],
  ),
)

/** @returns the picture as a file that needs nothing else: colours are those of the light interface, fonts have fallbacks */
export function drawPicture(locale: Locale, picture: ReactElement): string {
  const drawn = renderToStaticMarkup(<I18nextProvider i18n={createI18n(locale)}>{picture}</I18nextProvider>)
  const resolved = drawn.replaceAll(/var\(--([\w-]+)\)/g, (asked, name: string) =>
    (lightTokens.get(name) ?? asked).replaceAll('"', "'"),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${resolved}\n`
}
