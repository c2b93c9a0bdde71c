import type { LiveSocket } from '#app/collab/socket'
import { pageOf } from './page-address'

const TRY_AGAIN_AFTER_MS = 1_000

/**
 * Remix puts an error in the place of a page whose data cannot be read again, with everything that was being filled in. So
 * reading again the page that is shown waits for the connection instead; other requests fail as they do. Data is handed on
 * once it is whole: what breaks off half way is then a request that failed, and one that was given up is no error.
 */
export function waitForConnectionToReload(): void {
  const ask = window.fetch
  window.fetch = async (input, init) => {
    for (;;) {
      try {
        const answer = await ask(input, init)
        return isData(input) ? await whole(answer) : answer
      } catch (error) {
        const socket = window.samenspraakSocket
        if (!socket || init?.signal?.aborted || !isReload(input, init)) throw error
        await connected(socket, init?.signal)
      }
    }
  }
}

function isData(input: RequestInfo | URL): input is string | URL {
  if (input instanceof Request) return false
  const { origin, pathname } = new URL(input, location.href)
  return origin === location.origin && pathname.endsWith('.data')
}

async function whole(answer: Response): Promise<Response> {
  const body = await answer.arrayBuffer()
  const { status, statusText, headers } = answer
  return new Response(body.byteLength > 0 ? body : null, { status, statusText, headers })
}

function isReload(input: RequestInfo | URL, init: RequestInit | undefined): boolean {
  if (!isData(input) || (init?.method ?? 'GET') !== 'GET') return false
  const { href, origin } = new URL(input, location.href)
  return pageOf(href, origin) === pageOf(location.href, origin)
}

function connected(socket: LiveSocket, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    // Where the socket has a connection that the request did not get, a while later it may.
    const timer = socket.connected ? setTimeout(resolve, TRY_AGAIN_AFTER_MS) : undefined
    const onConnect = () => resolve()
    socket.once('connect', onConnect)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      socket.off('connect', onConnect)
      reject(signal.reason)
    })
  })
}
