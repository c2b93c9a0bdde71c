import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '#app/components/section'
import { useToast } from '#app/components/toast'
import type { FormReply } from '#app/form-reply'
import type { ResponsibilityToAnswer } from '#server/measures/responsibility.shared'
import { ResponsibilityRow } from './responsibility-row'

/** What my body is asked to carry: one click to accept, a reason to hand back. */
export function ResponsibilitiesToAnswer({ items, personId }: { items: ResponsibilityToAnswer[]; personId: string }) {
  const { t } = useTranslation('home')
  const toast = useToast()
  const list = useRef<HTMLUListElement>(null)
  const fetcher = useFetcher<FormReply>()
  const reply = fetcher.state === 'idle' ? fetcher.data : undefined

  useEffect(() => {
    if (!reply?.ok) return
    toast(t(reply.intent === 'accept-responsibility' ? 'accepted' : 'handedBack'))
    // The button that was pressed is gone: who works with a keyboard goes on from the list.
    list.current?.focus()
  }, [reply, toast, t])

  return (
    <Section title={t('toAccept')} count={items.length || undefined}>
      {items.length === 0 && <p className="nothing">{t('nothingToAccept')}</p>}
      <ul ref={list} tabIndex={-1} aria-label={t('toAccept')}>
        {items.map(item => (
          <ResponsibilityRow
            key={item.id}
            item={item}
            isMine={item.personId === personId}
            fetcher={fetcher}
            reply={reply}
          />
        ))}
      </ul>
    </Section>
  )
}
