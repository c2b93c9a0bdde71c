/**
 * Makes an address of what somebody typed: `vlaanderen.be` becomes a secure one, an e-mail address a `mailto:`.
 * @returns undefined when it is neither
 */
export function toLinkAddress(typed: string): string | undefined {
  const text = typed.trim()
  if (/^[^\s@:/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return `mailto:${text}`
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/:]+:\d/.test(text) ? text : `https://${text}`
  if (!URL.canParse(address)) return undefined
  const { protocol, hostname, href, pathname } = new URL(address)
  if (protocol === 'mailto:') return pathname.includes('@') ? href : undefined
  return protocol === 'https:' && hostname.includes('.') ? href : undefined
}
