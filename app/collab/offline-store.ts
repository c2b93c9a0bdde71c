import { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'
import { clearOfflineText, databaseName, forgetTabs, rememberUnsent, unsentTabs, unsentTexts } from './offline-texts'

/** Where a document outlives its tab. */
export interface OfflineStore {
  /** edits that earlier tabs left unsent on this device */
  readonly unsentBefore: number
  /**
   * Puts what was kept into the document, and keeps what happens to it from then on.
   * @returns whether it can: there may be no storage, or no leave to use it
   */
  load(doc: Y.Doc): Promise<boolean>
  /** Keeps count of what was not acknowledged. */
  remember(edits: number): void
  /** Removes the document from the device. */
  clear(): Promise<void>
  close(): void
}

/** Writing for every keystroke would be more than the count is worth. */
const COUNT_AFTER_MS = 250

/** Keeps a document in IndexedDB, for one person. */
export class DeviceStore implements OfflineStore {
  readonly unsentBefore: number
  private readonly earlierTabs: string[]
  private persistence: IndexeddbPersistence | undefined
  private edits: number
  private written: number
  private timer: ReturnType<typeof setTimeout> | undefined
  private isClosed = false

  constructor(
    private readonly personId: string,
    private readonly documentId: string,
    private readonly tab: number,
  ) {
    this.earlierTabs = unsentTabs(personId, documentId)
    this.unsentBefore = unsentTexts(personId).find(text => text.documentId === documentId)?.edits ?? 0
    this.edits = this.written = this.unsentBefore
    window.addEventListener('pagehide', this.write)
  }

  async load(doc: Y.Doc): Promise<boolean> {
    if (!(await isStorageOpen()) || this.isClosed) return false
    this.persistence = new IndexeddbPersistence(databaseName(this.personId, this.documentId), doc)
    await this.persistence.whenSynced
    rememberUnsent(this.personId, this.documentId, this.tab, 0)
    return true
  }

  remember(edits: number): void {
    // What is not kept need not be counted.
    if (!this.persistence) return
    this.edits = edits
    if (this.isClosed) this.write()
    else this.timer ??= setTimeout(this.write, COUNT_AFTER_MS)
  }

  async clear(): Promise<void> {
    this.edits = this.written = 0
    this.close()
    this.persistence = undefined
    await clearOfflineText(this.personId, this.documentId)
  }

  close(): void {
    if (this.isClosed) return
    this.write()
    this.isClosed = true
    window.removeEventListener('pagehide', this.write)
    void this.persistence?.destroy()
  }

  private readonly write = () => {
    clearTimeout(this.timer)
    this.timer = undefined
    if (this.edits === this.written) return
    this.written = this.edits
    // Once this tab took over what earlier ones left, it is this tab that has it to send.
    if (this.earlierTabs.length > 0) forgetTabs(this.personId, this.documentId, this.earlierTabs.splice(0))
    rememberUnsent(this.personId, this.documentId, this.tab, this.edits)
  }
}

const PROBE = 'samenspraak-probe'

/** y-indexeddb does not say that it cannot open its database; a small one of our own does. */
function isStorageOpen(): Promise<boolean> {
  return new Promise(resolve => {
    try {
      const request = indexedDB.open(PROBE)
      request.onerror = () => resolve(false)
      request.onsuccess = () => {
        request.result.close()
        indexedDB.deleteDatabase(PROBE)
        resolve(true)
      }
    } catch {
      resolve(false)
    }
  })
}
