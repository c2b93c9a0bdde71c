import { useEffect, useState } from 'react'
import { getSocket, isTurnedAway } from '#app/collab/socket'

/** A line that comes back this soon was hardly gone. */
const WORTH_SAYING_MS = 1_500

/** Whether there is no way to the server, as far as this page can tell; false as long as that is not known. */
export function useIsOffline(isSignedIn: boolean): boolean {
  const [isOffline, setOffline] = useState(false)
  useEffect(() => {
    if (!isSignedIn) return
    const socket = getSocket()
    let timer: ReturnType<typeof setTimeout> | undefined
    const lost = () => {
      timer ??= setTimeout(() => setOffline(!socket.connected), WORTH_SAYING_MS)
    }
    const refused = (error: Error) => {
      // The server is there when it refuses.
      if (!isTurnedAway(error) && error.message !== 'unavailable') lost()
    }
    const found = () => {
      clearTimeout(timer)
      timer = undefined
      setOffline(false)
    }
    socket.on('connect', found)
    socket.on('disconnect', lost)
    socket.on('connect_error', refused)
    return () => {
      clearTimeout(timer)
      socket.off('connect', found)
      socket.off('disconnect', lost)
      socket.off('connect_error', refused)
    }
  }, [isSignedIn])
  return isSignedIn && isOffline
}
