import { z } from 'zod'
import { emailAddress, givenPassword, newPassword, personName } from './credentials.shared'

export const locales = ['nl', 'en'] as const
/** 'system': whatever the device prefers */
export const themes = ['system', 'light', 'dark'] as const

export const profileInput = z.object({ name: personName, email: emailAddress })
export type ProfileInput = z.infer<typeof profileInput>

export const passwordInput = z.object({ currentPassword: givenPassword, newPassword })
export type PasswordInput = z.infer<typeof passwordInput>

export const localeInput = z.object({ locale: z.enum(locales, { error: 'choose-one' }) })
export const themeInput = z.object({ theme: z.enum(themes, { error: 'choose-one' }) })
