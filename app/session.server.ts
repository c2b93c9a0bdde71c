import { redirect } from '@remix-run/node'
import type { Actor } from '#server/auth/actor.shared'
import type { AppContext } from '#server/context'

interface Asked {
  request: Request
  context: AppContext
}

/**
 * Who asks for this page, or does this.
 * @throws a redirect to the sign-in page, which leads back here, for a visitor; a 403 response `no-mandate` for somebody who is
 *   signed in but acts for nobody today: signing in again would not help them
 */
export async function requireActor({ request, context }: Asked): Promise<Actor> {
  const actor = await context.readActor()
  if (actor) return actor
  if (await context.readSession()) throw new Response('no-mandate', { status: 403 })
  const { pathname, searchParams } = new URL(request.url)
  searchParams.delete('index')
  const to = searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname
  throw redirect(to === '/' ? '/login' : `/login?${new URLSearchParams({ to })}`)
}

/**
 * Where to go on: a path of this site, whatever was asked for.
 * @returns the path with its query and fragment; `fallback` for nothing, another site, or what is no address
 */
export function safeRedirect(to: FormDataEntryValue | null | undefined, fallback = '/'): string {
  if (typeof to !== 'string' || !to.startsWith('/')) return fallback
  const here = 'http://here.invalid'
  if (!URL.canParse(to, here)) return fallback
  // Parsed first, as browsers do: they drop tabs and read a backslash as a slash.
  const { origin, pathname, search, hash } = new URL(to, here)
  if (origin !== here || pathname.startsWith('//')) return fallback
  return pathname + search + hash
}
