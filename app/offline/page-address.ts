/** What a request is, as far as keeping pages goes; `write` is a form that a script sends. */
export type RequestKind = 'page' | 'data' | 'write' | 'file' | 'other'

interface Asked {
  method: string
  mode: string
  url: string
}

/** Where one goes when a page was never kept. */
export const offlinePage = '/offline'

const files = /^\/(assets|fonts)\/|^\/favicon\.svg$/
/** About who is signed in, or not about what the group does: of no use later, or wrong by then. */
const neverKept = /^\/(login|logout|setup|healthz|readyz|socket\.io)([/?]|$)/

export function kindOf({ method, mode, url }: Asked, origin: string): RequestKind {
  const asked = new URL(url)
  if (asked.origin !== origin) return 'other'
  const isData = asked.pathname.endsWith('.data')
  if (method === 'POST') return isData ? 'write' : 'other'
  if (method !== 'GET') return 'other'
  if (files.test(asked.pathname)) return 'file'
  if (mode === 'navigate') return 'page'
  return isData ? 'data' : 'other'
}

/**
 * The address of the page that a request is for, from its own address or that of its data.
 * @returns path and query; for the offline page without the query, which only says where somebody was going
 */
export function pageOf(address: string, origin: string): string {
  const { pathname, searchParams } = new URL(address, origin)
  const path = pathname === '/_root.data' ? '/' : pathname.replace(/\.data$/, '').replace(/(.)\/$/, '$1')
  if (path === offlinePage) return path
  searchParams.delete('index')
  searchParams.delete('_routes')
  return searchParams.size > 0 ? `${path}?${searchParams}` : path
}

/** Where Remix asks for the data of a page when it is opened from another. */
export function dataOf(page: string): string {
  const [path, query] = page.split('?')
  return `${path === '/' ? '/_root' : path}.data${query ? `?${query}` : ''}`
}

export const mayKeep = (page: string) => !neverKept.test(page)
