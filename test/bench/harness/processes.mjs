// What Linux says of processes: CPU, memory, and how long they had to wait for a core.
import fs from 'node:fs'
import { sleep } from './figures.mjs'

/** CPU seconds that a process used: all its threads, with the resolution of nanoseconds. */
export const cpuOf = pid => list(`/proc/${pid}/task`).reduce((sum, thread) => sum + scheduled(pid, thread).ran, 0)

/** Seconds that its main thread was ready to run but had no core: how much the rest of the machine disturbed it. */
export const waitedOf = pid => scheduled(pid, pid).waited

/** @param {'VmRSS' | 'VmHWM'} key now, or at its highest @returns MB */
export function memoryOf(pid, key = 'VmRSS') {
  const kilobytes = new RegExp(`${key}:\\s+(\\d+)`).exec(read(`/proc/${pid}/status`))?.[1]
  return kilobytes ? Number(kilobytes) / 1024 : null
}

/** CPU seconds of PostgreSQL: the postmaster, its processes now, and those that have ended (the last to 10 ms). */
export function cpuOfTree(pid) {
  if (!pid) return null
  let seconds = cpuOf(pid) + cpuOfEndedChildren(pid)
  for (const child of childrenOf(pid)) seconds += cpuOf(child)
  return seconds
}

/** Waits until a process neither used nor waited for more than 3% of a core, three seconds in a row. */
export async function untilIdle(pid, longestSeconds = 600) {
  const busy = () => cpuOf(pid) + waitedOf(pid)
  let before = busy()
  for (let second = 0, quiet = 0; second < longestSeconds && quiet < 3; second++) {
    await sleep(1000)
    const now = busy()
    quiet = now - before < 0.03 ? quiet + 1 : 0
    before = now
  }
}

function scheduled(pid, thread) {
  const [ran, waited] = read(`/proc/${pid}/task/${thread}/schedstat`).split(' ')
  return { ran: Number(ran) / 1e9 || 0, waited: Number(waited) / 1e9 || 0 }
}

const childrenOf = pid => list('/proc').filter(name => /^\d+$/.test(name) && statOf(name)[1] === String(pid))

const cpuOfEndedChildren = pid => {
  const stat = statOf(pid)
  return (Number(stat[13]) + Number(stat[14])) / 100 || 0
}

/** The fields of /proc/PID/stat after the name, which may hold spaces: state, parent, … */
const statOf = pid => read(`/proc/${pid}/stat`).split(') ').at(-1).split(' ')

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return '' // it ended meanwhile
  }
}

function list(folder) {
  try {
    return fs.readdirSync(folder)
  } catch {
    return []
  }
}
