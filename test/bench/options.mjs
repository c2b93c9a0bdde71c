import { parseArgs } from 'node:util'
import { attacks } from './harness/attacks.mjs'
import { ALL_KEYSTROKES } from './harness/history.mjs'
import { peers } from './peers.mjs'

export const workloads = [
  'fan-out',
  'many-documents',
  'cold-load',
  'join-storm',
  'memory',
  'durability',
  'hostile',
  'slow-readers',
]

export const usage = `npm run bench -- [workload…] [options]

workloads (all, unless named)  ${workloads.join(' ')}

--only ours,hocuspocus-pg   these peers; there are ${Object.keys(peers).join(' ')}
--quick                     ours and Hocuspocus, short and once: to see whether something changed much
--repeat 3                  how often; tables show medians
--seconds 5                 how long they type, after a warm-up (durability: until the kill; else 11 to 21)
--clients 10,50,100,200     fan-out: in one document. join-storm: the largest, else 500
--documents 100,500,1000    many-documents, two clients each. memory: the largest, else 500
--rate 2                    edits a second of each client (many-documents: 0.5)
--keystrokes ${ALL_KEYSTROKES}         cold-load
--attacks ${Object.keys(attacks).slice(0, 2).join(',')}… hostile
--node24                    every server on Node 24, not only those that need it
--profile                   a CPU profile of each server while it is measured, and what it says
--json FILE                 where to write the results (test/bench/results/<time>.json)
`

/** @returns the options, with lists and numbers as such @throws Error that says what is wrong */
export function readOptions(args) {
  const text = { type: 'string' }
  const flag = { type: 'boolean', default: false }
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      only: text,
      quick: flag,
      repeat: text,
      seconds: text,
      clients: text,
      documents: text,
      rate: text,
      keystrokes: text,
      attacks: text,
      node24: flag,
      profile: flag,
      json: text,
      help: flag,
    },
  })
  return {
    ...values,
    workloads: known(positionals.length > 0 ? positionals : workloads, workloads, 'workload'),
    only: values.only && known(values.only.split(','), Object.keys(peers), 'peer'),
    attacks: values.attacks && known(values.attacks.split(','), Object.keys(attacks), 'attack'),
    clients: numbers(values, 'clients'),
    documents: numbers(values, 'documents'),
    repeat: numbers(values, 'repeat')?.[0],
    seconds: numbers(values, 'seconds')?.[0],
    rate: numbers(values, 'rate')?.[0],
    keystrokes: numbers(values, 'keystrokes')?.[0],
  }
}

function known(names, all, kind) {
  const unknown = names.find(name => !all.includes(name))
  if (unknown) throw new Error(`There is no ${kind} "${unknown}"; there are ${all.join(' ')}.`)
  return names
}

function numbers(values, name) {
  const list = values[name]?.split(',').map(Number)
  if (list?.some(number => !(number > 0))) throw new Error(`--${name} wants numbers, not "${values[name]}".`)
  return list
}
