import { useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FileMenu } from '#app/components/file-menu'

/** What the page shows, and all that is older, as a file. `address`: the page's own, without an ending. */
export function HistoryFiles({ address }: { address: string }) {
  const { t } = useTranslation(['history', 'exchange'])
  const { search } = useLocation()
  const params = new URLSearchParams(search)
  params.delete('before')
  const asked = params.size > 0 ? `?${params}` : ''
  return (
    <FileMenu
      label={t('exchange:menu.label')}
      hint={t('history:filesHint')}
      files={[
        { href: `${address}.xlsx${asked}`, label: t('exchange:menu.xlsx') },
        { href: `${address}.csv${asked}`, label: 'CSV' },
      ]}
    />
  )
}
