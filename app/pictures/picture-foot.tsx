import { useLocation } from '@remix-run/react'
import { ChartNoAxesGantt, Table2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/button'
import { PictureFiles } from './picture-files'
import type { PictureName } from './picture-names'
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
        <PictureFiles file={file} name={picture} />
      </div>
    </div>
  )
}
