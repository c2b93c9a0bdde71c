import { useRouteLoaderData } from '@remix-run/react'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentAccess } from '#server/collab/protocol.shared'
import { isEmptyHtml, StaticText, TextFrame } from './text-frame'
import { TextSaveState } from './text-save-state'

export interface MeasureTextProps {
  documentId: string
  /** the text as the server rendered it; shown until the text is live, and where it does not become so */
  html: string
  access: DocumentAccess
  /** what the text is, for who cannot see where it stands */
  label: string
  /** where else one can go with this text */
  links?: ReactNode
  /** where it can be read who wrote what */
  authorsPage?: string
}

/** The editor and what carries it are a third of all the code of a page: they come after what there is to read. */
const LiveText = lazy(() => import('./live-text').then(module => ({ default: module.LiveText })))

/** A text, readable in the first response; it comes alive in the browser, to follow and, for who may, to write in. */
export function MeasureText(props: MeasureTextProps) {
  const root = useRouteLoaderData('root') as { actor: { personId: string } | null } | undefined
  const personId = root?.actor?.personId
  const [isMounted, setMounted] = useState(false)
  useEffect(() => setMounted(true), [])

  const still = <StillText {...props} />
  if (!isMounted || !personId) return still
  return (
    <Suspense fallback={still}>
      <LiveText key={props.documentId} personId={personId} {...props} />
    </Suspense>
  )
}

function StillText({ documentId, html, access, label, links }: MeasureTextProps) {
  const { t } = useTranslation('editor')
  return (
    <TextFrame
      documentId={documentId}
      label={label}
      hint={isEmptyHtml(html) && <p className="empty-text">{t('empty')}</p>}
      bar={
        <div className="text-bar">
          <div className="end">
            {links}
            <TextSaveState state={{ kind: 'connecting' }} />
            {access === 'write' && <noscript>{t('needsScript')}</noscript>}
          </div>
        </div>
      }
    >
      <StaticText html={html} />
    </TextFrame>
  )
}
