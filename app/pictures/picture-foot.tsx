import { useLocation } from '@remix-run/react'
import { ChartNoAxesGantt, Download, Image, Table2 } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/components/button'
import { Icon } from '#app/components/icon'
import { useToast } from '#app/components/toast'
import type { PictureName } from './picture-names'
import { savePng } from './save-png'
import './pictures.css'

/** Under a picture: what its signs mean, the same as a table, and the picture as a file. */
export function PictureFoot({
  picture,
  table,
  isTable,
  children,
}: {
  picture: PictureName
  /** the address of what the picture shows, as a table */
  table: string
  /** it is shown as a table now: the address leads back to the picture */
  isTable?: boolean
  children?: ReactNode
}) {
  const { t } = useTranslation('pictures')
  const { search } = useLocation()
  const file = `/measures/pictures/${picture}.svg${search}`
  return (
    <div className="picture-foot">
      {children && (
        <ul className="picture-key" aria-label={t('key')}>
          {children}
        </ul>
      )}
      <div className="picture-actions">
        <LinkButton small icon={isTable ? ChartNoAxesGantt : Table2} to={table}>
          {t(isTable ? 'asPicture' : 'asTable')}
        </LinkButton>
        <a className="button small" href={file} download>
          <Icon of={Download} />
          {t('svg')}
        </a>
        <PngButton file={file} name={picture} />
      </div>
    </div>
  )
}

/** Only a browser can make it; without JavaScript it is not offered. */
function PngButton({ file, name }: { file: string; name: PictureName }) {
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
