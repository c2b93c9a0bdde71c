import { toLocale } from './locale'

interface Match {
  id: string
  data?: unknown
}

/** The language of the page, for a route's `meta`, which sees the matches but no components. */
export function metaLocale(matches: readonly (Match | undefined)[]) {
  const root = matches.find(match => match?.id === 'root')
  return toLocale((root?.data as { locale?: string } | undefined)?.locale)
}

/** A document title, the page's own name first. */
export const pageTitle = (name: string) => [{ title: `${name} · Samenspraak` }]

/** For machines: the same record as linked data, at the address of its page. */
export const asLinkedData = (path: string) => ({
  tagName: 'link' as const,
  rel: 'alternate',
  type: 'application/ld+json',
  href: `${path}.jsonld`,
})
