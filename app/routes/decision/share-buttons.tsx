import { Link2, Printer } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { useToast } from '#app/components/toast'

/** Print, and copy the address. Only where the browser can: without a script, or a clipboard, there is nothing to press. */
export function ShareButtons() {
  const { t } = useTranslation('decisions')
  const toast = useToast()
  const [can, setCan] = useState({ print: false, copy: false })
  useEffect(() => setCan({ print: true, copy: navigator.clipboard !== undefined }), [])

  const copyLink = async () => {
    await navigator.clipboard.writeText(window.location.href.replace(/#.*/, ''))
    toast(t('linkCopied'))
  }
  return (
    <>
      {can.print && (
        <Button icon={Printer} onClick={() => window.print()}>
          {t('print')}
        </Button>
      )}
      {can.copy && (
        <Button icon={Link2} onClick={copyLink}>
          {t('copyLink')}
        </Button>
      )}
    </>
  )
}
