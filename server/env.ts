import { resolve } from 'node:path'
import { z } from 'zod'

const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    HOST: z.string().min(1).default('0.0.0.0'),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    DATA_DIR: z.string().min(1).default('.data'),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
      .optional(),
    REDIS_URL: z
      .string()
      .regex(/^rediss?:\/\//, 'must start with redis:// or rediss://')
      .optional(),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
      .optional(),
    MAIL_FROM: z
      .string()
      .regex(/^[^<>@]*<[^<>@\s]+@[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+$/, 'must be an address, or a name and <an address>')
      .optional(),
    SEED: z.enum(['demo', 'large', 'plan', 'none']).optional(),
    SERVER_TIMING: z.enum(['0', '1']).default('0'),
    TRUST_PROXY: z.coerce.number().int().min(0).default(0),
  })
  .refine(({ SMTP_URL, MAIL_FROM }) => !SMTP_URL || MAIL_FROM, {
    error: 'must say who messages come from, since SMTP_URL is set',
    path: ['MAIL_FROM'],
  })

/** The configuration: what the environment said, checked and typed. */
export interface Env {
  mode: 'development' | 'production' | 'test'
  port: number
  host: string
  /** the address under which people reach this server, without a slash at the end; unknown until it is told */
  publicUrl: string | undefined
  dataDir: string
  /** absent: the embedded PostgreSQL in `dataDir` */
  databaseUrl: string | undefined
  /** where several nodes meet; absent: this one is alone */
  redisUrl: string | undefined
  /** where messages go, and who they come from; null: they wait in the outbox */
  mail: { url: string; from: string } | null
  /**
   * demo: the plan with demo meetings and demo accounts; large: the demo with a plan of 1,000 measures, to measure with;
   * plan: the plan alone; none: an empty group
   */
  seed: 'demo' | 'large' | 'plan' | 'none'
  /** each response says how long it took and how many queries it made (`Server-Timing`): to measure with */
  serverTiming: boolean
  /** how many reverse proxies stand before this server (Express' `trust proxy`) */
  trustProxy: number
}

/**
 * Reads the environment, once, at the start.
 * @throws Error whose message names every variable that is wrong, and why
 */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(present)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(issue => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The configuration is not right:\n${problems.join('\n')}`)
  }
  const env = parsed.data
  return {
    mode: env.NODE_ENV,
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL?.replace(/\/$/, ''),
    dataDir: resolve(env.DATA_DIR),
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    mail: env.SMTP_URL && env.MAIL_FROM ? { url: env.SMTP_URL, from: env.MAIL_FROM } : null,
    seed: env.SEED ?? (env.DATABASE_URL ? 'plan' : 'demo'),
    serverTiming: env.SERVER_TIMING === '1',
    trustProxy: env.TRUST_PROXY,
  }
}
