import type { Locale } from './locale'
import { translator } from './translator'

/** The words for an expected failure: those of its reason, else those of its code. */
export function errorText(locale: Locale, { code, reason }: { code: string; reason: string }): string {
  const t = translator(locale, 'errors') as unknown as (keys: string[]) => string
  return t([reason, code, 'invalid'])
}
