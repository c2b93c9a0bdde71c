import 'i18next'
import type { nl } from './resources'

/** A key that is in no catalogue is a type error. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof nl
  }
}
