import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { DocumentAccess } from '#server/collab/protocol.shared'
import { DocumentProvider } from './document-provider'
import { type DocumentSnapshot, unknownYet } from './document-snapshot'
import { DeviceStore } from './offline-store'
import { clearOfflineTextsOfOthers, unsentTexts } from './offline-texts'
import { getSocket } from './socket'

interface DocumentIdentity {
  documentId: string
  personId: string
  access: DocumentAccess
}

/** A text that is open on this page. */
export interface LiveDocument {
  doc: Y.Doc
  awareness: Awareness
  provider: DocumentProvider
}

/** Opens a text for as long as the component is there. A new Y.Doc each time: a client id belongs to one person. */
export function useDocument({ documentId, personId, access }: DocumentIdentity) {
  const [live, setLive] = useState<LiveDocument | null>(null)
  const [round, setRound] = useState(0)

  // What the page said of access only bridges the time until the server says it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round opens the text anew
  useEffect(() => {
    const opened = openDocument({ documentId, personId, access })
    setLive(opened)
    return () => {
      setLive(null)
      closeDocument(opened)
    }
  }, [documentId, personId, round])

  /** Throws away what the server did not take, and opens the text as the server has it. */
  const discard = useCallback(async () => {
    await live?.provider.discard()
    setRound(current => current + 1)
  }, [live])

  const snapshot = useSyncExternalStore(
    live?.provider.subscribe ?? subscribeToNothing,
    live?.provider.getSnapshot ?? nothingYet,
    nothingYet,
  )
  useWarningBeforeLeaving(snapshot.unsaved > 0)
  return { live, snapshot, discard }
}

function openDocument({ documentId, personId, access }: DocumentIdentity): LiveDocument {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const isUnsent = unsentTexts(personId).some(text => text.documentId === documentId)
  void clearOfflineTextsOfOthers(personId)
  const provider = new DocumentProvider({
    documentId,
    personId,
    doc,
    awareness,
    access,
    socket: getSocket(),
    // Who cannot write has nothing to keep, except what they wrote when they still could.
    offlineStore: access === 'write' || isUnsent ? new DeviceStore(personId, documentId, doc.clientID) : undefined,
  })
  return { doc, awareness, provider }
}

function closeDocument({ doc, awareness, provider }: LiveDocument): void {
  provider.destroy()
  awareness.destroy()
  doc.destroy()
}

function useWarningBeforeLeaving(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isUnsaved])
}

const subscribeToNothing = () => () => {}
const nothingYet = (): DocumentSnapshot => unknownYet
