import { Printer } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'

/** The browser's own printing; where there is no JavaScript its menu does the same. */
export function PrintButton() {
  const { t } = useTranslation('documents')
  const [canPrint, setCanPrint] = useState(false)
  useEffect(() => setCanPrint(true), [])
  if (!canPrint) return null
  return (
    <Button icon={Printer} onClick={() => window.print()}>
      {t('print')}
    </Button>
  )
}
