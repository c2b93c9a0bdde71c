import { DomainError } from '../errors'

/**
 * What is applied must be what somebody saw. What was shown where nothing was there, is an empty text.
 * @throws DomainError `conflict` `changed-meanwhile`
 */
export function checkSeen(now: string | null, seen: string | undefined): void {
  if (seen !== undefined && seen !== (now ?? '')) throw new DomainError('conflict', 'changed-meanwhile')
}
