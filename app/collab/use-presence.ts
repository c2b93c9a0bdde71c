import { useEffect, useState } from 'react'
import type { PersonHere } from '#server/collab/protocol.shared'
import { getPlaces } from './places'

const nobody: PersonHere[] = []

/** Who is at a place now; enters it as long as the component is there. `initial` is what the server rendered. */
export function usePresence(place: string | null, initial: PersonHere[] = nobody): PersonHere[] {
  const [here, setHere] = useState<{ place: string | null; people: PersonHere[] }>()
  useEffect(() => {
    if (!place) return
    const places = getPlaces()
    const read = () => {
      const people = places.people(place)
      if (people) setHere({ place, people })
    }
    const unsubscribe = places.subscribe(read)
    const leave = places.enter(place)
    read()
    return () => {
      unsubscribe()
      leave()
    }
  }, [place])
  return here && here.place === place ? here.people : initial
}
