import type { ReactNode } from 'react'
import type { MeasureStatus } from '#server/measures/measure.shared'

const ring = <circle cx="7" cy="7" r="5.5" />

/** A circle that fills: readable without colour. */
const glyphs: Record<MeasureStatus, ReactNode> = {
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

const colours: Record<MeasureStatus, string> = {
  unknown: 'var(--color-ink-3)',
  preparation: 'var(--color-accent)',
  running: 'var(--color-accent)',
  'partly-done': 'var(--color-ok)',
  done: 'var(--color-ok)',
  continuous: 'var(--color-accent)',
  stopped: 'var(--color-bad)',
}

/** How far a measure is, as a drawing: on a page beside its word, or at a place in a picture. */
export function StatusGlyph({ status, x, y }: { status: MeasureStatus; x?: number; y?: number }) {
  return (
    <svg
      className="glyph"
      {...(x !== undefined && { x, y, width: 14, height: 14 })}
      viewBox="0 0 14 14"
      fill="none"
      color={colours[status]}
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {glyphs[status]}
    </svg>
  )
}
