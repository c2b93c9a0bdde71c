import { resolve } from 'node:path'
import { z } from 'zod'

const schema = z.object({
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
  SEED: z.enum(['demo', 'large', 'plan', 'none']).optional(),
  SERVER_TIMING: z.enum(['0', '1']).default('0'),
  TRUST_PROXY: z.coerce.number().int().min(0).default(0),
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
    seed: env.SEED ?? (env.DATABASE_URL ? 'plan' : 'demo'),
    serverTiming: env.SERVER_TIMING === '1',
    trustProxy: env.TRUST_PROXY,
  }
}
