import { useLocation, useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { getSocket, isTurnedAway } from '#app/collab/socket'
import { findKept } from './kept-pages'
import { dataOf, pageOf } from './page-address'
import { forgetKeptPages, keepPage, startWorker } from './worker'

/** Who only passes through a page has not seen it. */
const SEEN_AFTER_MS = 2_000
/** Time for the page's own parts to load it again by themselves. */
const OWN_TURN_MS = 1_000
const OLD_AFTER_MS = 30_000

interface Shown {
  personId: string | undefined
  /** when the server made what is shown */
  at: string | undefined
  isOffline: boolean
}

/** Keeps the pages that somebody looks at for when there is no connection, and what is shown as new as it can be. */
export function useKeptPages({ personId, at, isOffline }: Shown): void {
  const { pathname, search } = useLocation()
  const { revalidate } = useRevalidator()
  const shown = useRef({ at, revalidate })
  shown.current = { at, revalidate }

  useEffect(() => {
    if (personId) startWorker()
  }, [personId])

  useEffect(() => {
    if (!personId || isOffline) return
    const timer = setTimeout(() => keepPage(pathname + search), SEEN_AFTER_MS)
    return () => clearTimeout(timer)
  }, [personId, isOffline, pathname, search])

  // A page that was opened from a copy may have been read again since that copy was made.
  const isFromCopy = useRef(true)
  useEffect(() => {
    if (!isOffline || !isFromCopy.current) return
    isFromCopy.current = false
    void findKept(dataOf(pageOf(location.href, location.origin))).then(kept => {
      const { at, revalidate } = shown.current
      if (Date.parse(kept?.headers.get('Date') ?? '') > Date.parse(at ?? '')) revalidate()
    })
  }, [isOffline])

  useEffect(() => {
    if (!personId) return
    const socket = getSocket()
    let timer: ReturnType<typeof setTimeout> | undefined
    const reloadWhatIsOld = () => {
      isFromCopy.current = false
      clearTimeout(timer)
      timer = setTimeout(() => {
        const { at, revalidate } = shown.current
        if (Date.now() - Date.parse(at ?? '') > OLD_AFTER_MS) revalidate()
      }, OWN_TURN_MS)
    }
    const onRefusal = (error: Error) => {
      if (isTurnedAway(error)) void forgetKeptPages()
    }
    if (socket.connected) isFromCopy.current = false
    socket.on('connect', reloadWhatIsOld)
    socket.on('connect_error', onRefusal)
    return () => {
      clearTimeout(timer)
      socket.off('connect', reloadWhatIsOld)
      socket.off('connect_error', onRefusal)
    }
  }, [personId])
}
