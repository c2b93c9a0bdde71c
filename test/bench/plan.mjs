import { attacks } from './harness/attacks.mjs'
import { ALL_KEYSTROKES } from './harness/history.mjs'
import { peers } from './peers.mjs'

/** Which peers a workload is about, where none are named. */
const usual = {
  'fan-out': 'ours hocuspocus-pg y-websocket y-socketio relay-msgpack relay-msgpack-pg relay-batched-pg',
  'many-documents': 'ours hocuspocus-pg y-websocket y-socketio relay-msgpack-pg',
  'cold-load': 'ours hocuspocus-pg y-websocket-level',
  'join-storm': 'ours hocuspocus-pg y-websocket y-socketio relay-msgpack',
  memory: 'ours hocuspocus-pg y-websocket y-socketio',
  durability: 'ours hocuspocus-pg y-websocket-level y-socketio-level',
  hostile: 'ours hocuspocus-pg y-websocket y-socketio',
  'slow-readers': 'ours hocuspocus-pg y-websocket y-socketio',
}
/** Only peers that hold the text can be asked for it. */
const needText = ['cold-load', 'hostile', 'slow-readers']

/**
 * Every measurement of a run. Within a turn and size all peers follow each other, so that ratios compare what was measured
 * within the same minute or so.
 */
export function planJobs(options) {
  const jobs = []
  const repeat = options.repeat ?? (options.quick ? 1 : 3)
  for (const table of options.workloads) {
    for (let turn = 0; turn < repeat; turn++) {
      for (const size of sizes[table](options)) {
        for (const peer of peersFor(table, options)) {
          if (needText.includes(table) && peers[peer].floor) continue
          const job = { table, turn, peer, node24: options.node24, workload: table, ...size }
          if (isPossible(job)) jobs.push(adapt(job))
        }
      }
    }
  }
  return jobs
}

function peersFor(table, { only, quick }) {
  if (only) return only
  const all = usual[table].split(' ')
  return quick ? all.filter(peer => ['ours', 'hocuspocus-pg'].includes(peer)) : all
}

/** The sizes of each workload; `size` is how the tables name it. */
const sizes = {
  'fan-out': ({ clients, rate = 2, seconds, quick }) =>
    (clients ?? (quick ? [10, 100] : [10, 50, 100, 200])).map(count => ({
      ...typing(1, count, rate, seconds ?? (quick ? 3 : 5)),
      size: `${count} clients`,
    })),
  'many-documents': ({ documents, rate = 0.5, seconds, quick }) =>
    (documents ?? (quick ? [100] : [100, 500, 1000])).map(count => ({
      ...typing(count, 2, rate, seconds ?? (quick ? 3 : 5)),
      size: `${count} documents`,
    })),
  'cold-load': ({ keystrokes, quick }) => {
    const count = keystrokes ?? (quick ? 20_000 : ALL_KEYSTROKES)
    return [{ keystrokes: count, size: `${count} keystrokes` }]
  },
  'join-storm': ({ clients, quick }) => {
    const count = clients ? Math.max(...clients) : quick ? 200 : 500
    return [false, true].map(afterRestart => ({
      clients: count,
      afterRestart,
      size: `${count} clients${afterRestart ? ', after a restart' : ''}`,
    }))
  },
  memory: ({ documents, quick }) => {
    const count = documents ? Math.max(...documents) : quick ? 200 : 500
    return [{ documents: count, size: `${count} documents` }]
  },
  durability: ({ seconds }) => [{ seconds, size: '20 clients, 5 documents' }],
  hostile: ({ attacks: chosen }) => (chosen ?? Object.keys(attacks)).map(attack => ({ attack, size: attack })),
  'slow-readers': () => [{ size: '10 readers' }],
}

const typing = (documents, clientsEach, rate, seconds) => ({
  workload: 'everybody-types',
  documents,
  clientsEach,
  rate,
  seconds,
})

function isPossible({ table, peer, attack, afterRestart }) {
  const { adapter, store, floor, durable } = peers[peer]
  // Not a way of Hocuspocus or y-websocket to be asked for anything.
  if (attack === 'no-callback') return ['ours', 'y-socketio'].includes(adapter)
  if (afterRestart) return Boolean(store) && !floor
  if (table === 'durability') return Boolean(store) && (!floor || Boolean(durable))
  return true
}

/** What stores merged states only would need minutes of CPU to take the whole history, and end up with the same. */
function adapt(job) {
  const takesStates = peers[job.peer].adapter === 'hocuspocus'
  return job.table === 'cold-load' && takesStates && job.keystrokes > 20_000 ? { ...job, inOne: true } : job
}
