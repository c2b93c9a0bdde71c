// What every server of the bench does: it says READY, tells and records what it is asked to, and never outlives us.
import fs from 'node:fs'
import { Session } from 'node:inspector/promises'
import path from 'node:path'
import readline from 'node:readline'

export const port = Number(process.env.PORT)

/** @param what the load generator has to know */
export const ready = (what = {}) => say('READY', what)

const profiler = new Session()
let profiles = 0
const orders = {
  memory() {
    globalThis.gc()
    globalThis.gc()
    say('MEMORY', process.memoryUsage())
  },
  async 'profile begin'() {
    profiler.connect()
    await profiler.post('Profiler.enable')
    await profiler.post('Profiler.start')
  },
  async 'profile end'() {
    const { profile } = await profiler.post('Profiler.stop')
    profiler.disconnect()
    const name = `${process.pid}-${profiles++}.cpuprofile`
    fs.writeFileSync(path.join(process.env.PROFILE_FOLDER, name), JSON.stringify(profile))
  },
}

readline
  .createInterface({ input: process.stdin })
  .on('line', order => orders[order]?.())
  .on('close', () => process.exit(0))

function say(word, what) {
  process.stdout.write(`${word} ${JSON.stringify(what)}\n`)
}
