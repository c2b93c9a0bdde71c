import type { VersionLine } from '#server/documents/version.shared'

/** Which two texts a page holds beside each other, the older one first; `to` is the text of now where it is no version. */
export interface ChosenTexts<Version> {
  from: Version
  to: Version | 'now'
}

/**
 * Reads the choice from an address (`?from=2&to=5`, `?from=2&to=now`).
 * @param versions newest first
 * @returns the newest version and now, where the address does not say or names no version; undefined without versions
 */
export function chooseTexts<Version extends Pick<VersionLine, 'number'>>(
  versions: Version[],
  search: URLSearchParams,
): ChosenTexts<Version> | undefined {
  const asked = (name: string) => versions.find(version => String(version.number) === search.get(name))
  const from = asked('from') ?? versions[0]
  const to = asked('to') ?? 'now'
  if (!from) return undefined
  return to !== 'now' && to.number < from.number ? { from: to, to: from } : { from, to }
}

/** @returns the version that somebody thinks of bringing back (`?restore=2`), if the address names one */
export function chooseToRestore<Version extends Pick<VersionLine, 'number'>>(
  versions: Version[],
  search: URLSearchParams,
): Version | undefined {
  return versions.find(version => String(version.number) === search.get('restore'))
}

/** The address of a choice, without its page. */
export const addressOf = ({ from, to }: ChosenTexts<Pick<VersionLine, 'number'>>) =>
  `from=${from.number}&to=${to === 'now' ? to : to.number}`
