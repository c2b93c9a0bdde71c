import { z } from 'zod'

export const minPasswordLength = 12

/** A password as somebody chooses it: long rather than complicated. Never trimmed: spaces belong to it. */
export const newPassword = z
  .string({ error: 'required' })
  .min(minPasswordLength, 'password-too-short')
  .max(200, 'too-long')

/** A password as somebody gives it to prove who they are. */
export const givenPassword = z.string({ error: 'required' }).max(200, 'too-long')

export const emailAddress = z
  .string({ error: 'required' })
  .trim()
  .max(254, 'too-long')
  .pipe(z.email({ error: 'email-not-valid' }))

export const personName = z.string({ error: 'required' }).trim().min(1, 'required').max(120, 'too-long')

export const signInInput = z.object({ email: emailAddress, password: givenPassword })
