import { useEffect, useState } from 'react'
import type { BodyMark } from '#server/bodies/body.shared'
import type { CellOption } from './use-cell-options'

/** Every body that can be asked to lead; read once somebody wants to ask one. */
export function useLeadBodies(isWanted: boolean): CellOption[] | undefined {
  const [bodies, setBodies] = useState<CellOption[]>()
  const isMissing = isWanted && !bodies
  useEffect(() => {
    if (!isMissing) return
    const asking = new AbortController()
    fetch('/measures/cells', { headers: { Accept: 'application/json' }, signal: asking.signal })
      .then(response => response.json())
      .then((all: BodyMark[]) =>
        setBodies(all.map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` }))),
      )
      .catch(() => {})
    return () => asking.abort()
  }, [isMissing])
  return bodies
}
