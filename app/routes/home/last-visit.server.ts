import { createCookie } from '@remix-run/node'

/** So long without a look at the home page, and the next look is another visit. */
const VISIT_ENDS_AFTER_MS = 30 * 60_000

interface Visit {
  personId: string
  previous: string | null
  lastSeen: string
}

const visitCookie = createCookie('visit', { path: '/', sameSite: 'lax', httpOnly: true, maxAge: 31_536_000 })

/** @returns when this person last visited before this visit, on this browser, and the cookie that keeps it known */
export async function readLastVisit(
  request: Request,
  personId: string,
): Promise<{ since: Date | null; cookie: string }> {
  const known = (await visitCookie.parse(request.headers.get('Cookie'))) as Visit | null
  const visit = known?.personId === personId ? known : null
  const now = new Date()
  const isBack = visit && now.getTime() - Date.parse(visit.lastSeen) > VISIT_ENDS_AFTER_MS
  const previous = isBack ? visit.lastSeen : (visit?.previous ?? null)
  const cookie = await visitCookie.serialize({ personId, previous, lastSeen: now.toISOString() } satisfies Visit)
  return { since: previous ? new Date(previous) : null, cookie }
}
