/** When somebody was last reminded of an action, and whether that message went out. */
export interface LastReminder {
  at: Date
  isSent: boolean
}
