import { median, round } from './harness/figures.mjs'

/** The columns of each table, in words and as measured; `key` is what ours is divided by. */
const tables = {
  'fan-out': {
    key: ['withPostgres', 'CPU'],
    columns: {
      'server µs per delivered edit': 'microsecondsPerDelivered',
      'with PostgreSQL': 'withPostgres',
      'p50 ms': 'p50',
      'p95 ms': 'p95',
      'p99 ms': 'p99',
      'frames per delivered edit': 'framesPerDelivered',
      'heap MB': 'heapMB',
      'server busy': 'serverBusy',
      'server waited': 'serverWaited',
      'generator busy': 'generatorBusy',
      undelivered: 'undelivered',
      refused: 'refused',
      converged: 'converged',
    },
  },
  'cold-load': {
    key: ['first.receivedMs', 'time'],
    columns: {
      'fed, µs a keystroke': 'fedMicrosecondsEach',
      'with PostgreSQL': 'fedWithPostgres',
      'fed, highest MB': 'fedHighestMB',
      'first load, ms': 'first.receivedMs',
      'answer after ms': 'first.answeredMs',
      'CPU s': 'first.cpuSeconds',
      kB: 'first.kilobytes',
      complete: 'first.isComplete',
      'later load, ms': 'later.receivedMs',
      'later CPU s': 'later.cpuSeconds',
      'later kB': 'later.kilobytes',
      'later complete': 'later.isComplete',
    },
  },
  'join-storm': {
    key: ['p95', 'p95'],
    columns: {
      'all there, ms after the last came': 'allSyncedAfterLastMs',
      'p50 ms': 'p50',
      'p95 ms': 'p95',
      'p99 ms': 'p99',
      'server ms a client': 'cpuMsPerClient',
      'with PostgreSQL': 'withPostgres',
      'heap a client, kB': 'heapPerClientKB',
      'highest MB': 'highestMB',
      'with the text': 'withText',
      'missing afterwards': 'missingAfterwards',
      'generator busy': 'generatorBusy',
    },
  },
  memory: {
    key: ['heapPerDocumentKB', 'heap'],
    columns: {
      'heap an open document, kB': 'heapPerDocumentKB',
      'resident an open document, kB': 'residentPerDocumentKB',
      'heap with its two clients, kB': 'heapPerPairKB',
      'resident with its two clients, kB': 'residentPerPairKB',
    },
  },
  durability: {
    columns: {
      'killed after s': 'seconds',
      edits: 'edits',
      acknowledged: 'acknowledged',
      'of those lost': 'acknowledgedLost',
      'seen by others': 'seen',
      'of those lost ': 'seenLost',
      'seconds of work lost': 'secondsLost',
    },
  },
  hostile: {
    columns: {
      'server up': 'isUp',
      sent: 'sent',
      'thrown out after': 'attackerGoneAfter',
      refused: 'refusals',
      'others go on': 'othersGoOn',
      'passed on': 'forwarded',
      'unreadable for others': 'unreadable',
      'p99 before, ms': 'p99Before',
      'p99 during, ms': 'p99During',
      'times as long': 'p99Times',
      'newcomer sees the same': 'newcomerHasText',
      'newcomer gets bytes': 'newcomerBytes',
      'kept pending, bytes': 'storedPendingBytes',
      'heap grown MB': 'heapGrownMB',
      'highest MB': 'highestMB',
      'logged bytes': 'logged',
    },
  },
  'slow-readers': {
    columns: {
      'server up': 'isUp',
      'readers thrown out': 'disconnected',
      'others go on': 'othersGoOn',
      'p99 without them, ms': 'p99Without',
      'p99 with them, ms': 'p99With',
      'times as long': 'p99Times',
      'heap kept for them, MB': 'keptMB',
      'highest MB': 'highestMB',
      'of that for them': 'highestGrownMB',
    },
  },
}
tables['many-documents'] = tables['fan-out']

/** Prints a table a workload, medians of its turns, with how much ours is of each other (median of ratios in one turn). */
export function printTables(measured) {
  const good = measured.filter(({ result }) => result)
  for (const [name, jobs] of groupBy(good, ({ table }) => table)) {
    const { columns, key } = tables[name]
    const heads = ['', 'peer', ...Object.keys(columns), ...(key ? [`${key[1]}, ours ÷ peer`] : [])]
    const rows = [...groupBy(jobs, ({ size, peer }) => `${size}\0${peer}`).values()].map(turns => [
      turns[0].size,
      turns[0].peer,
      ...Object.values(columns).map(path => show(turns.map(({ result }) => at(result, path)))),
      ...(key ? [show([ratioOf(turns, jobs, key[0])])] : []),
    ])
    const lines = [heads, heads.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`)
    process.stdout.write(`\n### ${name}\n\n${lines.join('\n')}\n`)
  }
  const bad = measured.filter(({ error }) => error)
  for (const { table, size, peer, error } of bad)
    process.stdout.write(`\nfailed: ${table}, ${size}, ${peer}: ${error}\n`)
}

function ratioOf(turns, jobs, path) {
  const ratios = turns.map(job => {
    const ours = jobs.find(({ peer, size, turn }) => peer === 'ours' && size === job.size && turn === job.turn)
    return job.peer === 'ours' || !ours ? null : at(ours.result, path) / at(job.result, path)
  })
  return round(median(ratios), 2)
}

function show(values) {
  const numbers = values.filter(value => typeof value === 'number')
  if (numbers.length > 0) return round(median(numbers))
  const [first] = values
  if (first === null || first === undefined) return ''
  const text = typeof first === 'object' ? JSON.stringify(first).replaceAll(/[{}"]/g, '') : String(first)
  return values.every(value => value === first || typeof first === 'object') ? text : 'not always'
}

const at = (result, path) => path.split('.').reduce((value, name) => value?.[name], result)

const groupBy = (items, keyOf) => {
  const groups = new Map()
  for (const item of items) {
    const key = keyOf(item)
    if (groups.has(key)) groups.get(key).push(item)
    else groups.set(key, [item])
  }
  return groups
}
