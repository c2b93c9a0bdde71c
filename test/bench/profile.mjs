// Where a server's CPU went while it was measured, from the profiles that it wrote.
import fs from 'node:fs'
import path from 'node:path'

const SHOWN = 25

/** Prints the functions and packages with the most time of their own. The .cpuprofile files stay for a browser's tools. */
export function summariseProfiles(folder, title) {
  for (const name of fs.readdirSync(folder)) {
    const file = path.join(folder, name)
    const { byFunction, byPackage, total } = summarise(JSON.parse(fs.readFileSync(file, 'utf8')))
    const lines = [`\n${title}: ${total.toFixed(2)} s of CPU; ${file}`, 'packages', ...ranked(byPackage, total)]
    lines.push('functions', ...ranked(byFunction, total))
    process.stderr.write(`${lines.join('\n')}\n`)
  }
}

function summarise({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map(node => [node.id, node.callFrame]))
  const places = new SourcePlaces()
  const byFunction = new Map()
  const byPackage = new Map()
  let total = 0
  for (const [index, id] of samples.entries()) {
    const frame = byId.get(id)
    if (isNoWork(frame)) continue
    const seconds = timeDeltas[index] / 1e6
    const place = places.of(frame)
    total += seconds
    add(byFunction, `${frame.functionName || '(anonymous)'}  ${place}`, seconds)
    add(byPackage, packageOf(place, frame), seconds)
  }
  return { byFunction, byPackage, total }
}

/** Waiting, and the profiler itself, which an order comes in for. */
const isNoWork = ({ functionName, url }) =>
  ['(idle)', '(root)'].includes(functionName) || (functionName === 'dispatch' && url === '')

/** In our bundle, a comment above each module says which file it was. */
class SourcePlaces {
  #modules = new Map()

  of({ url, lineNumber }) {
    const file = url.replace('file://', '')
    if (!file.includes('/.cache/bench/')) return `${file.replace(/.*\/node_modules\//, '')}:${lineNumber + 1}`
    if (!this.#modules.has(file)) this.#modules.set(file, modulesIn(file))
    const above = this.#modules.get(file).filter(({ line }) => line <= lineNumber)
    return above.at(-1)?.name ?? file
  }
}

const modulesIn = file =>
  fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .map((text, line) => ({ line, name: /^\/\/ (\S+\.m?ts|\S+\.mjs)$/.exec(text)?.[1] }))
    .filter(({ name }) => name)

function packageOf(place, { url, functionName }) {
  if (!url) return functionName.startsWith('(') ? functionName : 'native'
  if (url.startsWith('node:')) return 'node'
  if (url.includes('/node_modules/'))
    return place
      .split('/')
      .slice(0, place.startsWith('@') ? 2 : 1)
      .join('/')
  return path.dirname(place)
}

const add = (sums, key, seconds) => sums.set(key, (sums.get(key) ?? 0) + seconds)

const ranked = (sums, total) =>
  [...sums]
    .sort(([, one], [, other]) => other - one)
    .slice(0, SHOWN)
    .map(([key, seconds]) => `  ${((seconds / total) * 100).toFixed(1).padStart(5)} %  ${key}`)
