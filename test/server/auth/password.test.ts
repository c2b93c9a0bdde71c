import { expect, it } from 'vitest'
import { hashPassword, verifyPassword } from '#server/auth/password'

it('hashes with argon2id and the parameters of OWASP, each time with another salt', async () => {
  const [first, second] = await Promise.all([hashPassword('een lang wachtwoord'), hashPassword('een lang wachtwoord')])
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(first).not.toBe(second)
})

it('knows the password again, and no other', async () => {
  const hash = await hashPassword('een lang wachtwoord ')
  expect(await verifyPassword(hash, 'een lang wachtwoord ')).toBe(true)
  expect(await verifyPassword(hash, 'een lang wachtwoord')).toBe(false)
})

it('works as long on an account that does not exist', async () => {
  const hash = await hashPassword('een lang wachtwoord')
  // Processor time, summed over enough of them, so that other tests in the same machine do not matter.
  const cost = async (passwordHash: string | null) => {
    const before = process.cpuUsage()
    for (let turn = 0; turn < 10; turn++) expect(await verifyPassword(passwordHash, 'een gok')).toBe(false)
    const { user, system } = process.cpuUsage(before)
    return user + system
  }
  const [known, unknown] = [await cost(hash), await cost(null)]
  expect(unknown).toBeGreaterThan(known / 3)
  expect(unknown).toBeLessThan(known * 3)
})
