import { Link, useLocation } from '@remix-run/react'
import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isEndOfSession } from '#app/collab/document-snapshot'
import type { SaveState } from '#app/collab/save-state'
import type { LiveDocument } from '#app/collab/use-document'
import { Button } from '#app/components/button'
import { Dialog } from '#app/components/dialog'
import { Note } from '#app/components/note'

/** What was kept of edits that the server did not take, and what can be done with them. */
export function UnsentNote({
  state,
  live,
  editor,
  discard,
}: {
  state: SaveState
  live: LiveDocument
  editor: Editor | null
  discard: () => Promise<void>
}) {
  const { t } = useTranslation('editor')
  const { pathname } = useLocation()
  const isSignedOut = state.kind === 'no-access' && isEndOfSession(state.reason)
  const isRefused = state.kind === 'refused'
  if (!isRefused && !(state.kind === 'no-access' && (state.edits > 0 || isSignedOut))) return null

  return (
    <Note tone="bad" role="alert" className="unsent-note">
      <p>
        {(isRefused || state.edits > 0) && t(state.keptOnDevice ? 'unsent.onDevice' : 'unsent.inWindow')}{' '}
        {isRefused && state.code === 'too-large' && t('unsent.tooLarge')}
        {isSignedOut && state.edits > 0 && t('unsent.signIn')}
      </p>
      <div className="actions">
        {isSignedOut && <Link to={`/login?to=${encodeURIComponent(pathname)}`}>{t('unsent.signInLink')}</Link>}
        {editor && (isRefused || state.edits > 0) && <CopyButton editor={editor} />}
        {isRefused && state.code !== 'forbidden' && (
          <Button small onClick={live.provider.tryAgain}>
            {t('unsent.retry')}
          </Button>
        )}
        {isRefused && <DiscardButton discard={discard} />}
      </div>
    </Note>
  )
}

/** With its headings, lists and tables where the browser can, as plain text where it cannot. */
function CopyButton({ editor }: { editor: Editor }) {
  const { t } = useTranslation('editor')
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    const text = editor.getText({ blockSeparator: '\n' })
    try {
      const blob = (content: string, type: string) => new Blob([content], { type })
      const item = new ClipboardItem({
        'text/html': blob(editor.getHTML(), 'text/html'),
        'text/plain': blob(text, 'text/plain'),
      })
      await navigator.clipboard.write([item])
    } catch {
      editor.commands.selectAll()
      document.execCommand('copy')
    }
    setCopied(true)
  }
  return (
    <Button small onClick={copy}>
      {t(isCopied ? 'unsent.copied' : 'unsent.copy')}
    </Button>
  )
}

function DiscardButton({ discard }: { discard: () => Promise<void> }) {
  const { t } = useTranslation('editor')
  const { t: common } = useTranslation()
  const [isAsked, setAsked] = useState(false)
  return (
    <>
      <Button small variant="danger" onClick={() => setAsked(true)}>
        {t('unsent.discard')}
      </Button>
      <Dialog
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        title={t('unsent.discardTitle')}
        alert
        actions={
          <>
            <Button variant="ghost" onClick={() => setAsked(false)}>
              {common('cancel')}
            </Button>
            <Button variant="danger" onClick={discard}>
              {t('unsent.discard')}
            </Button>
          </>
        }
      >
        {t('unsent.discardBody')}
      </Dialog>
    </>
  )
}
