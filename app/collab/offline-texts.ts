/**
 * What this device keeps of texts: a database a person and a document, and beside them in `localStorage` how many edits
 * each tab has not sent, so that signing out can warn without opening them.
 */
const DATABASES = 'samenspraak:'
const UNSENT = 'samenspraak:unsent:'

/** document → tab (its Yjs client id) → edits that were not acknowledged */
type Unsent = Record<string, Record<string, number>>

export interface UnsentText {
  documentId: string
  edits: number
}

export const databaseName = (personId: string, documentId: string) => `${DATABASES}${personId}:${documentId}`

/** The texts of a person that hold edits which never reached the server. */
export function unsentTexts(personId: string): UnsentText[] {
  return Object.entries(readUnsent(personId))
    .map(([documentId, tabs]) => ({ documentId, edits: sum(tabs) }))
    .filter(text => text.edits > 0)
}

/** Keeps count of what one tab has not sent. The entry stays at 0: it says that there is a database. */
export function rememberUnsent(personId: string, documentId: string, tab: number, edits: number): void {
  const unsent = readUnsent(personId)
  const tabs = Object.fromEntries(Object.entries(unsent[documentId] ?? {}).filter(([, count]) => count > 0))
  delete tabs[tab]
  writeUnsent(personId, { ...unsent, [documentId]: edits > 0 ? { ...tabs, [tab]: edits } : tabs })
}

/** The server has everything that the tabs before this one left behind. */
export function forgetTabs(personId: string, documentId: string, tabs: string[]): void {
  const unsent = readUnsent(personId)
  const others = Object.entries(unsent[documentId] ?? {}).filter(([tab]) => !tabs.includes(tab))
  writeUnsent(personId, { ...unsent, [documentId]: Object.fromEntries(others) })
}

/** @returns the tabs that left edits of a document behind */
export function unsentTabs(personId: string, documentId: string): string[] {
  return Object.keys(readUnsent(personId)[documentId] ?? {})
}

/** Removes one text from the device. */
export async function clearOfflineText(personId: string, documentId: string): Promise<void> {
  const { [documentId]: _gone, ...rest } = readUnsent(personId)
  writeUnsent(personId, rest)
  await deleteDatabase(databaseName(personId, documentId))
}

/** Removes everything that the device keeps of a person's texts, sent or not. */
export async function clearOfflineTexts(personId: string): Promise<void> {
  const prefix = databaseName(personId, '')
  const remembered = Object.keys(readUnsent(personId)).map(documentId => prefix + documentId)
  const found = (await databaseNames()).filter(name => name.startsWith(prefix))
  quietly(() => localStorage.removeItem(UNSENT + personId))
  await Promise.all([...new Set([...remembered, ...found])].map(deleteDatabase))
}

/**
 * Removes the texts that others left on this device. Those with edits that were never sent stay: their person may have
 * been signed out without having asked for it.
 */
export async function clearOfflineTextsOfOthers(personId: string): Promise<void> {
  const names = (await databaseNames()).filter(name => name.startsWith(DATABASES))
  const others = names.map(name => name.slice(DATABASES.length).split(':') as [string, string])
  await Promise.all(
    others
      .filter(([owner, documentId]) => owner !== personId && sum(readUnsent(owner)[documentId] ?? {}) === 0)
      .map(([owner, documentId]) => clearOfflineText(owner, documentId)),
  )
}

const sum = (tabs: Record<string, number>) => Object.values(tabs).reduce((total, edits) => total + edits, 0)

function readUnsent(personId: string): Unsent {
  return quietly(() => JSON.parse(localStorage.getItem(UNSENT + personId) ?? '{}') as Unsent) ?? {}
}

function writeUnsent(personId: string, unsent: Unsent): void {
  quietly(() => localStorage.setItem(UNSENT + personId, JSON.stringify(unsent)))
}

async function databaseNames(): Promise<string[]> {
  const databases = await Promise.resolve(quietly(() => indexedDB.databases())).catch(() => undefined)
  return (databases ?? []).flatMap(({ name }) => name ?? [])
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise(resolve => {
    const request = quietly(() => indexedDB.deleteDatabase(name))
    if (!request) return resolve()
    // Blocked: it goes as soon as the other tab lets go of it.
    request.onsuccess = request.onerror = request.onblocked = () => resolve()
  })
}

/** Storage may be switched off altogether; then there is nothing to read or to write. */
function quietly<T>(action: () => T): T | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
