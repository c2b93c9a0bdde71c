import { useSubmit } from '@remix-run/react'
import { type FormEvent, lazy, type ReactNode, Suspense, useState } from 'react'
import { clearOfflineTexts, unsentTexts } from '#app/collab/offline-texts'

const UnsentWarning = lazy(() => import('./unsent-warning'))

/** Signs out and leaves no text on the device; asks first when edits would be lost by that. */
export function SignOutForm({ personId, children }: { personId: string; children: ReactNode }) {
  const submit = useSubmit()
  const [unsent, setUnsent] = useState(0)

  const signOut = async () => {
    await clearOfflineTexts(personId)
    submit(null, { method: 'post', action: '/logout' })
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
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
          <UnsentWarning edits={unsent} onStay={() => setUnsent(0)} onSignOut={signOut} />
        </Suspense>
      )}
    </>
  )
}
