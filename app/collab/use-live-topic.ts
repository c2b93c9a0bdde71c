import { useNavigation, useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { getPlaces } from './places'
import { getSocket } from './socket'

/** Changes that come together load the page once. */
const TOGETHER_MS = 50

/**
 * Keeps a page true: what it shows is loaded again when an activity under one of its topics is announced, and after
 * every (re)connection, since what happened before it was not heard. A hidden tab waits until it is looked at. One loading is
 * never cut off by the next: what comes while one is under way is loaded after it.
 */
export function useLiveTopic(topics: string[]): void {
  const { revalidate, state } = useRevalidator()
  const isBusy = useNavigation().state === 'loading' || state === 'loading'
  const loading = useRef({ revalidate, isBusy })
  loading.current = { revalidate, isBusy }
  const catchUp = useRef<() => void>()
  const names = topics.join(' ')

  useEffect(() => {
    const mine = new Set(names.split(' '))
    const places = getPlaces()
    const socket = getSocket()
    let timer: ReturnType<typeof setTimeout> | undefined
    let isStale = false

    const reloadOnceVisible = () => {
      // Without a connection there is nothing to load; it is done as soon as there is one.
      if (!isStale || !socket.connected || document.visibilityState === 'hidden') return
      clearTimeout(timer)
      timer = setTimeout(() => {
        if (loading.current.isBusy) return
        isStale = false
        loading.current.revalidate()
      }, TOGETHER_MS)
    }
    const onActivity = ({ topic }: { topic: string }) => {
      if (mine.has(topic)) onConnect()
    }
    const onConnect = () => {
      isStale = true
      reloadOnceVisible()
    }

    catchUp.current = reloadOnceVisible
    const leave = [...mine].map(name => places.enter(name))
    socket.on('activity', onActivity)
    socket.on('connect', onConnect)
    document.addEventListener('visibilitychange', reloadOnceVisible)
    return () => {
      clearTimeout(timer)
      for (const leavePlace of leave) leavePlace()
      socket.off('activity', onActivity)
      socket.off('connect', onConnect)
      document.removeEventListener('visibilitychange', reloadOnceVisible)
    }
  }, [names])

  useEffect(() => {
    if (!isBusy) catchUp.current?.()
  }, [isBusy])
}
