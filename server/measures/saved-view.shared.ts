import { z } from 'zod'

const name = z.string({ error: 'required' }).trim().min(1, 'required').max(60, 'too-long')
const record = z.guid({ error: 'choose-one' })
// A box that is not ticked sends nothing.
const isShared = z.preprocess(value => value === '1' || value === true, z.boolean())
/** A page of the plan, never another site. */
const path = z.string().regex(/^\/measures(\/[a-z]+)?$/, 'invalid')
const query = z.string().max(4000, 'too-long')

export const saveViewInput = z.object({ name, path, query, isShared })
export type SaveViewInput = z.infer<typeof saveViewInput>

export const changeViewInput = z.object({ viewId: record, name, isShared })
export type ChangeViewInput = z.infer<typeof changeViewInput>

export const deleteViewInput = z.object({ viewId: record })
export type DeleteViewInput = z.infer<typeof deleteViewInput>

/** A way to look at the plan that somebody gave a name. */
export interface SavedView {
  id: string
  name: string
  path: string
  query: string
  /** the group sees it; else only who made it */
  isShared: boolean
  /** the reader made it */
  isOwn: boolean
}
