import { useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FileMenu } from '#app/components/file-menu'
import { exportAddress } from '#app/export-address'

/** What the filters leave of the actions, as files. */
export function ActionFiles() {
  const { t } = useTranslation(['registers', 'exchange'])
  const to = exportAddress(useLocation())
  return (
    <FileMenu
      label={t('exchange:menu.label')}
      hint={t('menuHint')}
      files={[
        { href: to('xlsx'), label: t('xlsx') },
        { href: to('csv'), label: t('csvActions') },
      ]}
    />
  )
}
