import { useSubmit } from '@remix-run/react'
import { type FormEvent, lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { clearOfflineTexts, unsentTexts } from '#app/collab/offline-texts'
import { forgetKeptPages } from '#app/offline/worker'

const loadWarning = () => import('./unsent-warning')
const UnsentWarning = lazy(loadWarning)

/** Signs out and leaves no text and no page on the device; asks first when edits would be lost by that. */
export function SignOutForm({ personId, children }: { personId: string; children: ReactNode }) {
  const submit = useSubmit()
  const [unsent, setUnsent] = useState(0)
  const [isOffline, setOffline] = useState(false)
  // It is wanted when there is no connection to load it over.
  useEffect(() => void loadWarning().catch(() => {}), [])

  const signOut = async () => {
    // Nothing is thrown away for a sign-out that cannot happen.
    if (!(await isServerThere())) return setOffline(true)
    await Promise.all([clearOfflineTexts(personId), forgetKeptPages()])
    submit(null, { method: 'post', action: '/logout' })
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setOffline(false)
    const edits = unsentTexts(personId).reduce((total, text) => total + text.edits, 0)
    if (edits > 0) setUnsent(edits)
    else signOut()
  }
  return (
    <>
      <form method="post" action="/logout" onSubmit={onSubmit}>
        {children}
      </form>
      {unsent > 0 && (
        <Suspense>
          <UnsentWarning edits={unsent} isOffline={isOffline} onStay={() => setUnsent(0)} onSignOut={signOut} />
        </Suspense>
      )}
    </>
  )
}

const isServerThere = () =>
  fetch('/healthz', { cache: 'no-store' }).then(
    response => response.ok,
    () => false,
  )
