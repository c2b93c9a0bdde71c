import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createDb } from '#db/client'
import { openDatabaseServer } from '#db/database-server'
import { migrateToLatest } from '#db/migrate'
import { demoPassword } from '#db/seed/demo-accounts'
import { seedDatabase } from '#db/seed/seed'
import { hashPassword } from './auth/password'
import { createSessions, needsSecureCookie } from './auth/sessions'
import { ensureSetupLink } from './auth/setup-link'
import { openGateway } from './collab/gateway'
import { renderText } from './documents/render-text'
import { type Env, readEnv } from './env'
import { createWebServer } from './http'
import { jobs, mailJob, reminderJob } from './jobs/jobs'
import { runJobs } from './jobs/run-jobs'
import { openMailServer } from './mail/mail-server'
import { wordsOfReminders } from './page-words'
import { RequestCosts } from './request-costs'
import { announce } from './start-message'

/** Builds everything that lives as long as the process, and takes it down in the opposite order. */
async function start(): Promise<void> {
  const env = readEnv(process.env)
  const databaseServer = await openDatabaseServer(env)
  const costs = env.serverTiming ? new RequestCosts() : undefined
  const { db, pool } = createDb(databaseServer.config)
  await migrateToLatest(db)
  await seedDatabase(db, { content: env.seed, demoPasswordHash: await hashPassword(demoPassword), freeze: renderText })
  const setupToken = await ensureSetupLink(db)

  const sessions = createSessions(db, { secure: needsSecureCookie(env) })
  const { web, loadBuild } = await createWebServer({
    env,
    db: costs ? db.withPlugin(costs) : db,
    sessions,
    costs,
    online: groupId => gateway.presence.people(groupId, `group:${groupId}`),
  })
  const gateway = openGateway({
    http: web,
    db,
    pool,
    connection: databaseServer.config,
    publicUrl: env.publicUrl,
    redisUrl: env.redisUrl,
  })

  const port = await listen(web, env)
  announce(env, port, setupToken)
  gateway.contents.catchUp().catch(error => console.error('texts could not be prepared for search:', error))

  const mail = env.mail && openMailServer(env.mail)
  const reminding = reminderJob({ base: env.publicUrl, words: wordsOfReminders(await loadBuild()) })
  const running = runJobs(db, [...jobs, reminding, ...(mail ? [mailJob(mail.deliver)] : [])])

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await gateway.close()
    web.closeAllConnections()
    await running.stop()
    mail?.close()
    await db.destroy()
    await databaseServer.stop()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** @returns the port that is listened on, which is another one than asked for when that was 0 */
function listen(web: Server, env: Env): Promise<number> {
  return new Promise((resolve, reject) => {
    web.once('error', reject)
    web.listen(env.port, env.host, () => resolve((web.address() as AddressInfo).port))
  })
}

start().catch(error => {
  console.error(error instanceof Error && error.name !== 'Error' ? error : (error?.message ?? error))
  process.exit(1)
})
