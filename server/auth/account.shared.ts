import { z } from 'zod'
import { emailAddress, givenPassword, newPassword, personName } from './credentials.shared'

export const profileInput = z.object({ name: personName, email: emailAddress })
export type ProfileInput = z.infer<typeof profileInput>

export const passwordInput = z.object({ currentPassword: givenPassword, newPassword })
export type PasswordInput = z.infer<typeof passwordInput>

export const localeInput = z.enum(['nl', 'en'])
/** 'system': whatever the device prefers */
export const themeInput = z.enum(['system', 'light', 'dark'])
