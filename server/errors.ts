/** What went wrong, in words that code can rely on. The screen's words for them are in the catalogues. */
export type ErrorCode =
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'invalid'
  | 'conflict'
  | 'malformed'
  | 'too-large'
  | 'too-many'
  | 'foreign-client-id'
  | 'missing-dependency'
  | 'unavailable'

/**
 * An expected failure. The web pages and the server load this file separately, so test `code`, never `instanceof`.
 * `field` names the input it concerns, `reason` a finer key that the catalogues know (such as 'lead-taken').
 */
export class DomainError extends Error {
  override readonly name = 'DomainError'

  constructor(
    readonly code: ErrorCode,
    readonly reason: string = code,
    readonly field?: string,
  ) {
    super(field ? `${code}: ${reason} (${field})` : `${code}: ${reason}`)
  }
}

/** @returns the error as a DomainError when it is one, whichever copy of this file made it */
export function asDomainError(error: unknown): DomainError | undefined {
  return error instanceof Error && error.name === 'DomainError' ? (error as DomainError) : undefined
}
