import { classNames } from './class-names'

export interface BodyMark {
  code: string
  name: string
  /** the sector's colour, 1 to 12 */
  colour: number | null
}

/** A block in the sector's colour and the body's code; open when it is only proposed. */
export function SectorChip({ code, name, colour, open }: BodyMark & { open?: boolean }) {
  return (
    <span className={classNames('sector-chip', colour && `sector-${colour}`, open && 'open')} title={name}>
      {code}
    </span>
  )
}
