import { asDomainError, type ErrorCode } from '#server/errors'

const statuses: Partial<Record<ErrorCode, number>> = {
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
}

/** The HTTP status that an expected failure answers with. */
export const statusOf = (code: ErrorCode): number => statuses[code] ?? 400

/**
 * Lets an expected failure of a read answer as the page that says so, with its HTTP status.
 * `const measure = await orResponse(readMeasure(context.db, actor, id))`
 */
export async function orResponse<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const expected = asDomainError(error)
    if (!expected) throw error
    throw new Response(expected.reason, { status: statusOf(expected.code) })
  }
}
