import { demoAccounts, demoPassword } from '#db/seed/demo-accounts'
import type { Env } from './env'

/** Says in a few lines where this server is to be found, where its data lives, and who can sign in. */
export function announce(env: Env, port: number, setupToken: string | null): void {
  const host = env.host === '0.0.0.0' || env.host === '::' ? 'localhost' : env.host
  const url = env.publicUrl ?? `http://${host}:${port}`
  const lines = [
    '',
    `  Samenspraak  ${url}`,
    `  data         ${env.databaseUrl ? 'the PostgreSQL of DATABASE_URL' : env.dataDir}`,
  ]
  if (env.seed === 'demo' || env.seed === 'large') {
    const width = Math.max(...demoAccounts.map(account => account.email.length))
    lines.push('', `  Demo accounts, password ${demoPassword}`)
    lines.push(...demoAccounts.map(({ email, role, bodyCode }) => `    ${email.padEnd(width)}  ${role}, ${bodyCode}`))
  }
  if (setupToken)
    lines.push('', '  Make the first coordinator, once, within seven days:', `    ${url}/setup/${setupToken}`)
  process.stdout.write(`${lines.join('\n')}\n\n`)
}
