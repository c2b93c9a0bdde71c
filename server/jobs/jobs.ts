import { closeDueRounds } from '../positions/close-due-rounds'
import type { Job } from './run-jobs'

/** Every job of the system. */
export const jobs: Job[] = [{ name: 'close-position-rounds', every: 10_000, run: closeDueRounds }]
