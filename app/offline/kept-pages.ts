import { dataOf } from './page-address'

/**
 * The pages that this device keeps for when there is no connection: one cache a person, of which there is one at most. Both
 * the service worker and the pages themselves read it.
 */
const PAGES = 'samenspraak-pages:'
/** Pages and their data, counted apart. */
const MOST = 120
const keptAtHeader = 'Samenspraak-Kept-At'
const titleHeader = 'Samenspraak-Title'

/** A page that can be opened without a connection. */
export interface KeptPage {
  address: string
  title: string
  keptAt: Date
}

/** Keeps a page, or its data, and lets the oldest go. */
export async function keepResponse(personId: string, address: string, response: Response): Promise<void> {
  const body = await response.text()
  const headers = new Headers(response.headers)
  // The text is unpacked by now.
  headers.delete('Content-Encoding')
  headers.delete('Content-Length')
  headers.set(keptAtHeader, new Date().toISOString())
  headers.set(titleHeader, encodeURIComponent(titleOf(body)))
  const cache = await caches.open(PAGES + personId)
  // Taken out first, so that it goes to the end of the line.
  await cache.delete(address, { ignoreVary: true })
  await cache.put(address, new Response(body, { headers }))
  const addresses = await cache.keys()
  await Promise.all(addresses.slice(0, Math.max(addresses.length - MOST, 0)).map(oldest => cache.delete(oldest)))
}

/** @returns what was kept under an address; nothing where it cannot be told whose it is */
export async function findKept(address: string): Promise<Response | undefined> {
  const [cache] = await openPages()
  // What it varies by, packing and cookies, was decided when it was kept.
  return cache?.match(address, { ignoreVary: true })
}

export async function dropKept(addresses: string[]): Promise<void> {
  const all = await openPages()
  await Promise.all(all.flatMap(cache => addresses.map(address => cache.delete(address, { ignoreVary: true }))))
}

/** When it was kept, by this device's clock. */
export const keptAt = (kept: Response) => new Date(kept.headers.get(keptAtHeader) ?? 0)

/** The pages that can be opened, newest first. */
export async function listKept(): Promise<KeptPage[]> {
  const [cache] = await openPages()
  if (!cache) return []
  const pages = await Promise.all((await cache.keys()).map(request => describe(cache, request)))
  return pages.filter(page => page !== undefined).sort((a, b) => b.keptAt.getTime() - a.keptAt.getTime())
}

/** Removes every page, of whomever. */
export const forgetPages = () => forget(name => name.startsWith(PAGES))

/** @returns whether there were any */
export async function forgetPagesOfOthers(personId: string): Promise<boolean> {
  return forget(name => name.startsWith(PAGES) && name !== PAGES + personId)
}

async function forget(isMeant: (name: string) => boolean): Promise<boolean> {
  const meant = (await cacheNames()).filter(isMeant)
  await Promise.all(meant.map(name => caches.delete(name)))
  return meant.length > 0
}

/** Two caches would be of two people: then neither is anybody's to read. */
async function openPages(): Promise<Cache[]> {
  const names = (await cacheNames()).filter(name => name.startsWith(PAGES))
  return names.length === 1 ? [await caches.open(names[0] ?? '')] : []
}

/** There are none without https, and none where the browser keeps nothing. */
const cacheNames = async () => (typeof caches === 'undefined' ? [] : caches.keys().catch(() => []))

/** @returns nothing for data alone, which cannot be opened */
async function describe(cache: Cache, { url }: Request): Promise<KeptPage | undefined> {
  const { pathname, search } = new URL(url)
  const address = pathname + search
  const page = await cache.match(address, { ignoreVary: true })
  const title = decodeURIComponent(page?.headers.get(titleHeader) ?? '')
  if (!page || !title) return undefined
  const data = await cache.match(dataOf(address), { ignoreVary: true })
  const newest = Math.max(keptAt(page).getTime(), data ? keptAt(data).getTime() : 0)
  return { address, title, keptAt: new Date(newest) }
}

/** The name of a page without that of the application; data has none. */
function titleOf(body: string): string {
  const title = /<title>([^<]*)<\/title>/.exec(body)?.[1] ?? ''
  const plain = title.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: keyof typeof characters) => characters[name])
  return plain.replace(/ · Samenspraak$/, '')
}

const characters = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
