import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** A dotted line under what was inferred, and the word for who cannot see it. */
export function Inferred({
  certainty,
  children,
}: {
  certainty: 'seen' | 'inferred' | null | undefined
  children: ReactNode
}) {
  const { t } = useTranslation()
  if (certainty !== 'inferred') return children
  return (
    <span className="inferred" title={t('provenance.inferredWhy')}>
      {children}
      <span className="sr-only"> ({t('provenance.inferred')})</span>
    </span>
  )
}

/** Nothing here, and why. */
export function Dash({ why }: { why: string }) {
  return (
    <span className="text-ink-3" title={why}>
      <span aria-hidden="true">–</span>
      <span className="sr-only">{why}</span>
    </span>
  )
}
