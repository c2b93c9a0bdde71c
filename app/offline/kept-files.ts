/** The files of releases that this device keeps, a cache a release: scripts, styles and fonts, of nobody in particular. */
const FILES = 'samenspraak-files:'
const AT_ONCE = 6

export interface Release {
  name: string
  files: string[]
}

/** Keeps all files of a release, so that every page kept from it works. */
export async function keepFiles({ name, files }: Release): Promise<void> {
  const cache = await caches.open(FILES + name)
  for (let start = 0; start < files.length; start += AT_ONCE) await cache.addAll(files.slice(start, start + AT_ONCE))
}

/** @returns the file, of whichever release it is: their names tell them apart */
export async function findFile(request: Request, release: string): Promise<Response | undefined> {
  const options = { ignoreVary: true, cacheName: FILES + release }
  return (await caches.match(request, options)) ?? caches.match(request, { ignoreVary: true })
}

/** Removes the files of releases that no page was kept from. */
export async function dropFilesExcept(releases: Set<string>): Promise<void> {
  const names = (await caches.keys()).filter(name => name.startsWith(FILES) && !releases.has(name.slice(FILES.length)))
  await Promise.all(names.map(name => caches.delete(name)))
}

/** The release that a page was made by: it names the list of that release's parts. */
export const releaseOf = (html: string) => /\/assets\/manifest-([\w-]+)\.js/.exec(html)?.[1]
