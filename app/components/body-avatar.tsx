import { classNames } from './class-names'
import type { BodyMark } from './sector-chip'

/** The code of the body that somebody acts for, on its sector's colour. */
export function BodyAvatar({ code, name, colour, small, here }: BodyMark & { small?: boolean; here?: boolean }) {
  return (
    <span
      className={classNames('avatar', colour && `sector-${colour}`, small && 'small', here && 'here')}
      title={name || undefined}
    >
      {code}
    </span>
  )
}
