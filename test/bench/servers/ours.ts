// The socket side of our server, as server/index.ts opens it, without the pages. run.mjs bundles it.
import { createServer } from 'node:http'
import type { Kysely } from 'kysely'
import { createDb } from '#db/client'
import { migrateToLatest } from '#db/migrate'
import type { Database } from '#db/schema/index'
import { createSessions } from '#server/auth/sessions'
import { openGateway } from '#server/collab/gateway'
import { createActor, createGroup } from '#test/support/fixtures'
import { port, ready } from './common.mjs'

/** People who write; the load generator spreads its clients over them, and one of them is hostile. */
const EDITORS = 40

const connection = { connectionString: process.env.DATABASE_URL }
const { db, pool } = createDb(connection)
await migrateToLatest(db)
const people = await findOrMakePeople(db)
const sessions = createSessions(db, { secure: false })
const cookies: string[] = []
for (const personId of people) {
  const { cookie } = await sessions.create(personId)
  cookies.push(cookie.split(';')[0] as string)
}

const http = createServer()
const gateway = openGateway({ http, db, pool, connection, publicUrl: undefined })
await new Promise<void>(done => http.listen(port, '127.0.0.1', done))
ready({ cookies })
gateway.contents.catchUp().catch(error => console.error('texts could not be prepared for search:', error))

/** At a fresh start also makes the documents, with their number in their id. */
async function findOrMakePeople(db: Kysely<Database>): Promise<string[]> {
  const known = await db.selectFrom('person').select('id').orderBy('id').execute()
  if (known.length > 0) return known.map(({ id }) => id)
  const { id: groupId } = await createGroup(db)
  const documents = Array.from({ length: Number(process.env.DOCUMENTS) }, (_, number) => {
    const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
    return { id, groupId, subjectType: 'measure' as const, subjectId: id }
  })
  await db.insertInto('document').values(documents).execute()
  const editors = []
  for (let i = 0; i < EDITORS; i++) editors.push((await createActor(db, { groupId, role: 'editor' })).personId)
  return editors.sort()
}
