import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { isEditable } from '#app/collab/document-snapshot'
import { useDocument } from '#app/collab/use-document'
import { usePresence } from '#app/collab/use-presence'
import { useSaveState } from '#app/collab/use-save-state'
import { PresenceStack } from '#app/components/presence-stack'
import { AuthorsButton } from './authors/authors-button'
import { AuthorsPanel } from './authors/authors-panel'
import { useAuthors } from './authors/use-authors'
import { EmptyHint } from './empty-hint'
import { LeaveWarning } from './leave-warning'
import type { MeasureTextProps } from './measure-text'
import { isEmptyHtml, StaticText, TextFrame } from './text-frame'
import { TextSaveState } from './text-save-state'
import { DiscussButtons } from './threads/discuss-buttons'
import { useThreadMarks } from './threads/use-thread-marks'
import { Toolbar } from './toolbar'
import { UnsentNote } from './unsent-note'
import { useTextEditor } from './use-text-editor'

/** A text that is alive: what the server rendered stays on the screen until the live one is there to take its place. */
export function LiveText({
  documentId,
  html,
  access,
  label,
  links,
  authorsPage,
  personId,
}: MeasureTextProps & { personId: string }) {
  const { t } = useTranslation('editor')
  const { live, snapshot, discard } = useDocument({ documentId, personId, access })
  const { shown, actual } = useSaveState(snapshot)
  const people = usePresence(`document:${documentId}`).filter(person => person.personId !== personId)
  const mayWrite = isEditable(snapshot)
  const helpId = useId()
  const { editor, holder } = useTextEditor({ live: snapshot.loaded ? live : null, label, helpId, mayWrite })
  const authors = useAuthors({ editor, live, documentId })
  useThreadMarks({ editor, live })
  const isAlone = snapshot.unsaved > 0 && !snapshot.keptOnDevice && actual.kind !== 'saving'

  return (
    <TextFrame
      documentId={documentId}
      label={label}
      bar={
        <div className="text-bar">
          {editor && mayWrite && <Toolbar editor={editor} />}
          {editor && <DiscussButtons />}
          <div className="end">
            {mayWrite && (
              <p id={helpId} className="sr-only">
                {t('help')}
              </p>
            )}
            <LeaveWarning edits={isAlone ? snapshot.unsaved : 0} />
            <PresenceStack people={people} />
            {editor && <AuthorsButton isOn={authors.isOn} onUse={authors.toggle} />}
            {links}
            <TextSaveState state={shown} actual={actual} />
          </div>
        </div>
      }
      notes={
        <>
          {live && <UnsentNote state={actual} live={live} editor={editor} discard={discard} />}
          <AuthorsPanel authors={authors} page={authorsPage} />
        </>
      }
      hint={editor ? <EmptyHint editor={editor} mayWrite={mayWrite} /> : isEmptyHtml(html) && <EmptyHint />}
    >
      {!editor && <StaticText html={html} />}
      <div ref={holder} hidden={!editor} />
    </TextFrame>
  )
}
