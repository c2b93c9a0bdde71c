import type { TFunction } from 'i18next'
import { createI18n } from './create-i18n'
import type { Locale } from './locale'
import type { nl } from './resources'

type Namespace = keyof typeof nl

const instances = { nl: createI18n('nl'), en: createI18n('en') }

/** Texts where there is no component: in a loader, an action, or a page's `meta`. */
export const translator = <const N extends Namespace | readonly Namespace[]>(
  locale: Locale,
  namespace: N,
): TFunction<N> => instances[locale].getFixedT(locale, namespace) as unknown as TFunction<N>
