import type { Deliver } from '../mail/mail-server'
import { sendDueMail } from '../mail/send-due-mail'
import { type RemindOptions, remindOwners } from '../notifications/remind-owners'
import { closeDueRounds } from '../positions/close-due-rounds'
import type { Job } from './run-jobs'

/** Every job of the system. */
export const jobs: Job[] = [{ name: 'close-position-rounds', every: 10_000, run: closeDueRounds }]

/** Only where there is a mail server: without one, messages wait in the outbox. */
export const mailJob = (deliver: Deliver): Job => ({
  name: 'send-mail',
  every: 5_000,
  run: db => sendDueMail(db, deliver),
})

/** Also without a mail server: who looks sees that reminders wait. */
export const reminderJob = (options: RemindOptions): Job => ({
  name: 'remind-owners',
  every: 600_000,
  run: db => remindOwners(db, options),
})
