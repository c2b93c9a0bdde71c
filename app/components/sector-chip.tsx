import { Link } from '@remix-run/react'
import { classNames } from './class-names'

export interface BodyMark {
  code: string
  name: string
  /** the sector's colour, 1 to 12 */
  colour: number | null
}

/**
 * A block in the sector's colour and the body's code; open when it is only proposed.
 * @param sectorId leads to the sector's page, where that does not disturb
 */
export function SectorChip({ code, name, colour, open, sectorId }: BodyMark & { open?: boolean; sectorId?: string }) {
  const look = { className: classNames('sector-chip', colour && `sector-${colour}`, open && 'open'), title: name }
  if (!sectorId) return <span {...look}>{code}</span>
  return (
    <Link to={`/sectors/${sectorId}`} {...look}>
      {code}
    </Link>
  )
}
