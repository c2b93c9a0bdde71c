import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Owner } from './owners-for'

/** Says what changed among the owners while somebody looks, for who cannot see it change. */
export function OwnersAnnouncer({ owners }: { owners: Owner[] }) {
  const { t } = useTranslation(['measures', 'common'])
  const known = useRef(new Map(owners.map(owner => [owner.id, owner.state])))
  const [words, setWords] = useState('')
  useEffect(() => {
    const changed = owners.filter(owner => known.current.get(owner.id) !== owner.state)
    known.current = new Map(owners.map(owner => [owner.id, owner.state]))
    if (changed.length === 0) return
    const sentences = changed.map(({ bodyCode, role, state }) =>
      t('owners.change', {
        code: bodyCode,
        role: t(`common:responsibilityRoles.${role}`),
        state: t(`common:responsibilityStates.${state}`),
      }),
    )
    setWords(sentences.join('. '))
  }, [owners, t])
  return (
    <p className="sr-only" role="status">
      {words}
    </p>
  )
}
