// npm run db:migrate: brings the database to the newest schema. The server does the same when it starts.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, ensureInstalled, root, say } from './prepare.mjs'

ensureInstalled()
ensureBuilt()
process.chdir(root)
const { migrateDatabase } = await import(pathToFileURL(path.join(root, 'build', 'server-node', 'db-cli.js')).href)
const { DATABASE_URL, DATA_DIR } = process.env
const done = await migrateDatabase({
  databaseUrl: DATABASE_URL || undefined,
  dataDir: path.resolve(DATA_DIR || '.data'),
})
say(done.length > 0 ? `Carried out: ${done.join(', ')}` : 'The database is up to date.')
