import type { CellsReply } from '#app/routes/measure-cells/route'
import type { CellEdit } from './cell-values'

type Asked = { intent: 'change'; cells: CellEdit[] } | { intent: 'propose'; measureIds: string[]; bodyId: string }

/**
 * Sends what was filled in. Whatever goes wrong on the way (no connection, a session that ended) comes back as a reason, so
 * that nothing that was typed is lost.
 */
export async function sendCells(asked: Asked): Promise<CellsReply> {
  try {
    const response = await fetch('/measures/cells', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(asked),
    })
    // Without a session the answer is the page to sign in at.
    if (response.redirected) return { reason: 'unauthenticated' }
    return response.headers.get('Content-Type')?.includes('json') ? await response.json() : { reason: 'unavailable' }
  } catch {
    return { reason: 'unavailable' }
  }
}
