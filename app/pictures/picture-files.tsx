import { Download, Image } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Icon } from '#app/components/icon'
import { useToast } from '#app/components/toast'
import type { PictureFileName } from './picture-names'
import { savePng } from './save-png'

/** A picture as a file of either kind. `file`: the address of its SVG. */
export function PictureFiles({ file, name }: { file: string; name: PictureFileName }) {
  const { t } = useTranslation('pictures')
  return (
    <>
      <a className="button small" href={file} download>
        <Icon of={Download} />
        {t('svg')}
      </a>
      <PngButton file={file} name={name} />
    </>
  )
}

/** Only a browser can make it; without JavaScript it is not offered. */
function PngButton({ file, name }: { file: string; name: PictureFileName }) {
  const { t } = useTranslation('pictures')
  const [state, setState] = useState<'absent' | 'ready' | 'busy'>('absent')
  const toast = useToast()
  useEffect(() => setState('ready'), [])
  if (state === 'absent') return null
  const save = async () => {
    setState('busy')
    try {
      await savePng(file, `${t(`files.${name}`)}.png`)
    } catch {
      toast(t('pngFailed'))
    }
    setState('ready')
  }
  return (
    <Button small icon={Image} onClick={save} aria-disabled={state === 'busy'}>
      {t(state === 'busy' ? 'pngBusy' : 'png')}
    </Button>
  )
}
