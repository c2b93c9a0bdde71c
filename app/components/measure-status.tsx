import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { nl } from '#app/i18n/resources'

export type MeasureStatusName = keyof (typeof nl)['common']['measureStatuses']

const ring = <circle cx="7" cy="7" r="5.5" />

/** A circle that fills: readable without colour. */
const glyphs: Record<MeasureStatusName, ReactNode> = {
  unknown: <circle cx="7" cy="7" r="5.5" strokeDasharray="2.2 2.1" />,
  preparation: ring,
  running: (
    <>
      {ring}
      <path d="M7 3.2a3.8 3.8 0 0 1 0 7.6z" fill="currentColor" stroke="none" />
    </>
  ),
  'partly-done': (
    <>
      {ring}
      <path d="M7 3.2A3.8 3.8 0 1 1 3.2 7H7z" fill="currentColor" stroke="none" />
    </>
  ),
  done: (
    <>
      <circle cx="7" cy="7" r="6.2" fill="currentColor" stroke="none" />
      <path d="m4.4 7.2 1.8 1.8 3.5-3.8" stroke="var(--color-surface)" strokeWidth="1.6" />
    </>
  ),
  continuous: <path d="M11.9 5A5.3 5.3 0 0 0 2 5.4M2.1 9A5.3 5.3 0 0 0 12 8.6M12.2 2.2V5H9.4M1.8 11.8V9h2.8" />,
  stopped: (
    <>
      {ring}
      <path d="M4.5 7h5" />
    </>
  ),
}

/** How far a measure is: a circle and a word. */
export function MeasureStatus({ status }: { status: MeasureStatusName }) {
  const { t } = useTranslation()
  return (
    <span className={`status ${status}`}>
      <svg
        className="glyph"
        viewBox="0 0 14 14"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {glyphs[status]}
      </svg>
      {t(`measureStatuses.${status}`)}
    </span>
  )
}
