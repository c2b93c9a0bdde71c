import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format'
import type { ShownVersion } from './load-versions.server'

/** What stands above a version where it is held beside another text. */
export function useVersionHead() {
  const { t } = useTranslation('versions')
  const format = useFormat()
  return ({ number, name, createdAt }: ShownVersion) => ({
    name: name ? t('versionNamed', { number, name }) : t('version', { number }),
    detail: format.date(createdAt),
  })
}
