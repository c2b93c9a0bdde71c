/**
 * What is measured: which server to start, which adapter speaks to it, where it stores (`pg`, `folder`, or in memory).
 * floor: it only passes on, so it shows what the wire costs and cannot answer what a text holds.
 */
export const peers = {
  ours: { server: '../../../.cache/bench/ours.mjs', adapter: 'ours', store: 'pg', durable: true },
  hocuspocus: { server: 'hocuspocus.mjs', adapter: 'hocuspocus', needsNode24: true },
  'hocuspocus-pg': { server: 'hocuspocus.mjs', adapter: 'hocuspocus', needsNode24: true, store: 'pg' },
  'y-websocket': { server: 'y-websocket.mjs', adapter: 'y-websocket' },
  'y-websocket-level': { server: 'y-websocket.mjs', adapter: 'y-websocket', store: 'folder' },
  'y-socketio': { server: 'y-socketio.mjs', adapter: 'y-socketio' },
  'y-socketio-level': { server: 'y-socketio.mjs', adapter: 'y-socketio', store: 'folder' },
  'relay-ws': { server: 'relay-ws.mjs', adapter: 'relay-ws', floor: true },
  'relay-socketio': { server: 'relay-socketio.mjs', adapter: 'relay-socketio', floor: true },
  'relay-msgpack': msgpack({}),
  'relay-msgpack-pg': msgpack({}, { store: 'pg', durable: true }),
  'relay-batched-pg': msgpack({ PREFRAME: '1', BATCH_MS: '20' }, { store: 'pg', durable: true }),
}

function msgpack(env, more = {}) {
  return {
    server: 'relay-socketio.mjs',
    adapter: 'relay-msgpack',
    env: { PARSER: 'msgpack', ...env },
    floor: true,
    ...more,
  }
}

export async function adapterOf(peer) {
  return (await import(`./adapters/${peer.adapter}.mjs`)).default
}
