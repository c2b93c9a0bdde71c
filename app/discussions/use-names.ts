import { useFetcher } from '@remix-run/react'
import { useEffect, useMemo } from 'react'
import { useFormat } from '#app/i18n/use-format'
import { mentionMark } from '#server/discussions/comment-text.shared'
import type { Mention } from '#server/discussions/discussion.shared'

/** So many are offered at once. */
const OFFERED = 6

export interface OfferedName {
  key: string
  kind: Mention['kind']
  label: string
  bodyCode: string | null
  bodyName: string
  colour: number | null
  /** what to put in the comment */
  mark: string
}

type Known = Omit<Mention, 'label'> & { id: string; nameEn: string }

/** @param asked what was typed of a name; null: nobody is asked for @returns who it may be, at most a few */
export function useNames(asked: string | null): OfferedName[] {
  const { locale } = useFormat()
  const { data, state, load } = useFetcher<Known[]>()
  const isWanted = asked !== null && !data && state === 'idle'
  useEffect(() => {
    if (isWanted) load('/names')
  }, [isWanted, load])

  return useMemo(() => {
    if (asked === null || !data) return []
    const words = asked.toLowerCase()
    return data
      .filter(({ name, nameEn, bodyCode, kind }) =>
        [name, nameEn, kind === 'sector' ? '' : (bodyCode ?? '')].some(text =>
          text
            .toLowerCase()
            .split(/\s+/)
            .some((_, index, parts) => parts.slice(index).join(' ').startsWith(words)),
        ),
      )
      .slice(0, OFFERED)
      .map(({ id, kind, name, nameEn, bodyCode, colour }) => {
        const label = locale === 'en' ? nameEn : name
        return {
          ...{ key: `${kind} ${id}`, kind, label, bodyCode, bodyName: name, colour },
          mark: mentionMark(kind === 'body' && bodyCode ? bodyCode : label),
        }
      })
  }, [asked, data, locale])
}
