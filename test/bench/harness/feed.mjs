import { sleep } from './figures.mjs'
import { AUTHORS, TURN } from './history.mjs'

const CONNECTIONS = 200

/**
 * Sends the updates of one text through the protocol, in order and as fast as the server lets us, and returns when the
 * server has taken them: answered, where it answers.
 */
export async function feed(stage, updates) {
  const { allowance } = stage.Adapter
  if (allowance && updates.length > allowance.burst) await inTurns(stage, updates, allowance)
  else await throughOne(stage, updates)
}

async function throughOne(stage, updates) {
  const client = await stage.open(0, { light: true })
  for (const [index, update] of updates.entries()) {
    client.sendUpdate(update, 1)
    if (index % 2000 === 1999) await sleep(0)
    while (client.socket.bufferedAmount > 65_536) await sleep(1)
    while (client.unacknowledged > 5000) await sleep(1)
  }
  while (client.acknowledges && client.unacknowledged > 0 && !client.closed) await sleep(1)
  complainAbout(client)
}

/** The server limits what one connection may send; so many take their authors' turns, each waiting for the last. */
async function inTurns(stage, updates, { perSecond }) {
  const queue = []
  for (let i = 0; i < CONNECTIONS; i++) {
    queue.push({ client: await stage.open(0, { light: true, person: i % AUTHORS }), restedAt: 0 })
  }
  for (let at = 0; at < updates.length; at += TURN) {
    const turn = queue.shift()
    await sleep(turn.restedAt - performance.now())
    for (const update of updates.slice(at, at + TURN)) turn.client.sendUpdate(update, 1)
    while (turn.client.unacknowledged > 0 && !turn.client.closed) await sleep(1)
    complainAbout(turn.client)
    queue.push({ client: turn.client, restedAt: performance.now() + (TURN / perSecond) * 1000 })
  }
}

function complainAbout({ closed, refusals }) {
  if (refusals.length > 0) throw new Error(`an edit of the history was refused: ${refusals[0]}`)
  if (closed) throw new Error('the server closed the connection that fed it')
}
