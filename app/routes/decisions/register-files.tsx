import { useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FileMenu } from '#app/components/file-menu'
import { exportAddress } from '#app/export-address'

/** What the filters leave of the register, as files. */
export function RegisterFiles() {
  const { t } = useTranslation(['registers', 'exchange'])
  const to = exportAddress(useLocation())
  return (
    <FileMenu
      label={t('exchange:menu.label')}
      hint={t('menuHint')}
      files={[
        { href: to('xlsx'), label: t('xlsx'), hint: t('xlsxHint') },
        { href: to('csv'), label: t('csvDecisions') },
        { href: to('csv', 'follow-up'), label: t('csvFollowUp') },
      ]}
    />
  )
}
