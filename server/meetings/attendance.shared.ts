import { z } from 'zod'

export const presences = ['present', 'excused', 'absent', 'expected'] as const
export const attendanceCapacities = ['chair', 'secretary', 'member', 'guest'] as const

const record = z.guid({ error: 'choose-one' })
/** 'HH:MM', where the group meets */
const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not-a-time')
  .optional()

export const addAttendeeInput = z.object({
  meetingId: record,
  bodyId: record,
  capacity: z.enum(attendanceCapacities, { error: 'choose-one' }),
  description: z.string().trim().max(200, 'too-long').default(''),
})
export type AddAttendeeInput = z.infer<typeof addAttendeeInput>

export const changeAttendanceInput = z.object({
  attendanceId: record,
  presence: z.enum(presences, { error: 'choose-one' }),
  arrivedAt: time,
  leftAt: time,
  representedById: record.optional(),
})
export type ChangeAttendanceInput = z.infer<typeof changeAttendanceInput>

export const confirmPresentInput = z.object({ meetingId: record, personIds: z.array(record).min(1).max(200) })
export type ConfirmPresentInput = z.infer<typeof confirmPresentInput>
