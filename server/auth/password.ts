import { hash, type Options, verify } from '@node-rs/argon2'

/** OWASP's first choice for argon2id (the library's default algorithm): 19 MiB of memory, two passes, one lane. */
const parameters: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The hash of a password that nobody knows, made with the parameters above. */
const nobodysHash = '$argon2id$v=19$m=19456,t=2,p=1$VCjo/++K4LVBvh1suOqWaQ$ddUNcGoQZpA4hpnQ50XlcKd/kX+uuhlnKCOT6b3wbfs'

/** @returns the argon2id hash in PHC form, with a salt of its own */
export async function hashPassword(password: string): Promise<string> {
  return hash(password, parameters)
}

/**
 * Whether a password is the one that was hashed.
 * @param passwordHash null for an account that does not exist or has no password: false, after just as much work, so that
 *   the time it takes does not tell which accounts exist
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? nobodysHash, password)
  return matches && passwordHash !== null
}
