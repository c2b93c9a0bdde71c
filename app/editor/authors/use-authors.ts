import type { Editor } from '@tiptap/react'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { LiveDocument } from '#app/collab/use-document'
import type { AuthorView } from '#app/components/author-legend'
import { authorLine, initialsOf } from '#app/components/author-lines'
import type { WordAuthor, WordOwner } from '#server/documents/authorship.shared'
import { AuthorPainter } from './author-painter'

interface AuthorsOptions {
  editor: Editor | null
  live: LiveDocument | null
  documentId: string
}

/** Shows in a live text who wrote what, as long as somebody wants to see it. */
export function useAuthors({ editor, live, documentId }: AuthorsOptions) {
  const [isOn, setOn] = useState(false)
  const [by, setBy] = useState<AuthorView>('sector')
  const [painter, setPainter] = useState<AuthorPainter | null>(null)
  const look = useLook(by)
  const current = useRef(look)
  current.current = look

  useEffect(() => {
    if (!isOn || !editor || !live) return
    const created = new AuthorPainter(editor, live.doc, documentId, current.current)
    setPainter(created)
    return () => {
      setPainter(null)
      created.destroy()
    }
  }, [isOn, editor, live, documentId])

  useEffect(() => painter?.repaint(look), [painter, look])

  const shares = useSyncExternalStore(
    painter?.shares.subscribe ?? subscribeToNothing,
    painter?.shares.get ?? nothingYet,
    nothingYet,
  )
  return { isOn, toggle: () => setOn(!isOn), by, setBy, shares }
}

/** By sector: its colour and the body's code. By person: the initials too, and a line of their own within the sector. */
function useLook(by: AuthorView) {
  const { t } = useTranslation('versions')
  return useMemo(
    () =>
      ({ author, restoredBy }: WordOwner, authors: WordAuthor[]) => {
        const wrote = author === null ? undefined : authors[author]
        if (author === null || !wrote) return null
        const { personName, bodyCode, bodyName, colour } = wrote
        const code = by === 'person' ? `${bodyCode} ${initialsOf(personName)}` : bodyCode
        const restorer = typeof restoredBy === 'number' ? authors[restoredBy] : undefined
        const title = `${bodyName}, ${personName}`
        return {
          className: `by-author sector-${colour} line-${by === 'person' ? authorLine(authors, author) : 1}`,
          code: restorer ? `↩ ${code}` : code,
          title: restorer
            ? t('authors.writtenAndBroughtBack', {
                author: title,
                name: `${restorer.personName} (${restorer.bodyCode})`,
              })
            : title,
        }
      },
    [by, t],
  )
}

const subscribeToNothing = () => () => {}
const nothingYet = () => null
