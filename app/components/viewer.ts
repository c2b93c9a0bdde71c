import type { Actor } from '#server/auth/actor.shared'

/** Who is signed in, as far as the browser may know. */
export type Viewer = Omit<Actor, 'sessionId'>
