import { useSearchParams } from '@remix-run/react'
import { type MouseEvent, useEffect, useRef, useState } from 'react'

/**
 * Whether a part of the page is being changed. Its link opens it at once; without JavaScript the same link asks for the
 * page with that part open (`?edit=title`). The focus goes back to the link when it closes.
 */
export function useEditing(part: string) {
  const [search] = useSearchParams()
  const [isOpen, setOpen] = useState(search.get('edit') === part)
  const link = useRef<HTMLAnchorElement>(null)
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    if (wasOpen.current && !isOpen) link.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  return {
    isOpen,
    close: () => setOpen(false),
    linkProps: {
      ref: link,
      to: `?edit=${part}`,
      onClick: (event: MouseEvent) => {
        event.preventDefault()
        setOpen(true)
      },
    },
  }
}
