import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a request comes from a page of this server: its `Origin` is the public address, or the host it was sent to.
 * Without an `Origin`, `Sec-Fetch-Site` decides; a client that sends neither is no browser, and carries no stolen cookie.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, publicUrl: string | undefined): boolean {
  const { origin, host } = headers
  if (!origin) {
    const site = headers['sec-fetch-site']
    return site === undefined || site === 'same-origin' || site === 'none'
  }
  if (publicUrl && origin === new URL(publicUrl).origin) return true
  return URL.canParse(origin) && new URL(origin).host === host
}
