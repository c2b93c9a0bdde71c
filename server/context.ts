import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from './auth/actor.shared'
import type { OpenSession, Sessions } from './auth/sessions'
import type { PersonHere } from './collab/protocol.shared'
import type { Env } from './env'

/** What pages hand to the domain without looking inside. */
export type Db = Kysely<Database>
export type Trx = Transaction<Database>

/** What lives as long as the process: built once by `index.ts`. */
export interface AppState {
  env: Env
  db: Db
  sessions: Sessions
  /** @returns who is connected to a group now, one entry a person */
  online(groupId: string): Promise<PersonHere[]>
}

/** What a loader or an action gets: the state of the process and what is known of this request. */
export interface AppContext extends AppState {
  /** for every inline script of this response */
  cspNonce: string
  /** the address of the other side, as far as the proxies are trusted */
  clientAddress: string
  /** @returns the session that the request came with, looked up once; null for a visitor */
  readSession(): Promise<OpenSession | null>
  /** @returns who is signed in, looked up once a request; null for a visitor, and without a mandate */
  readActor(): Promise<Actor | null>
}

declare module '@remix-run/node' {
  interface AppLoadContext extends AppContext {}
}
