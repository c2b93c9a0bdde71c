import { forgetPages } from './kept-pages'

/** There is none without https (localhost aside), in some private windows, and while developing. */
const workers = () =>
  typeof navigator !== 'undefined' && 'serviceWorker' in navigator ? navigator.serviceWorker : null

/** Starts what answers for the server when there is no connection, or notices its new release. */
export function startWorker(): void {
  if (import.meta.env.PROD) workers()?.register('/service-worker.js', { updateViaCache: 'none' }).catch(ignore)
  // One that an earlier `npm start` left on this address would answer in place of the sources.
  else
    workers()
      ?.getRegistrations()
      .then(found => found.forEach(worker => void worker.unregister()))
      .catch(ignore)
}

/** Has a page kept that somebody looks at. */
export function keepPage(address: string): void {
  if (!import.meta.env.PROD) return
  workers()
    ?.ready.then(({ active }) => active?.postMessage({ keep: address }))
    .catch(ignore)
}

/** Removes every page from this device, and what is on its way to be kept. */
export async function forgetKeptPages(): Promise<void> {
  workers()?.controller?.postMessage({ forget: true })
  await forgetPages().catch(ignore)
}

const ignore = () => {}
