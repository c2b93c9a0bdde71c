/// <reference lib="webworker" />
import { errors as en } from '#app/i18n/en/errors'
import { errors as nl } from '#app/i18n/nl/errors'
import { dropFilesExcept, findFile, keepFiles, type Release, releaseOf } from './kept-files'
import { findKept, listKept } from './kept-pages'
import { dataOf, kindOf, offlinePage, pageOf } from './page-address'
import { PageKeeper } from './page-keeper'
import { answerOrCopy, serverAnswer } from './server-answer'
import { redirected, unansweredData, unansweredForm } from './single-fetch'

/**
 * Stands between the pages and the server, and answers for it while there is no way there: from what this device keeps, and
 * from nothing else. While the server answers, nobody sees a copy. Built by scripts/build.mjs.
 */
declare const self: ServiceWorkerGlobalScope
/** put here by the build: what it consists of */
declare const RELEASE: Release

const { origin } = self.location
const keeper = new PageKeeper(origin)

// A new worker waits until no tab needs the old one: then it takes over, and the old release's files go.
self.addEventListener('install', event => event.waitUntil(keepFiles(RELEASE)))
self.addEventListener('activate', event => event.waitUntil(takeOver()))

self.addEventListener('fetch', event => {
  switch (kindOf(event.request, origin)) {
    case 'page':
      return event.respondWith(openPage(event))
    case 'data':
      return event.respondWith(readData(event))
    case 'write':
      return event.respondWith(sendForm(event))
    case 'file':
      return event.respondWith(openFile(event.request))
  }
})

self.addEventListener('message', event => {
  const { keep, forget } = event.data as { keep?: string; forget?: true }
  if (keep) event.waitUntil(keeper.complete(keep))
  if (forget) event.waitUntil(keeper.forget())
})

async function takeOver(): Promise<void> {
  await self.registration.navigationPreload?.enable()
  const pages = await Promise.all([offlinePage, ...(await listKept()).map(page => page.address)].map(findKept))
  const releases = await Promise.all(pages.map(async page => (page ? releaseOf(await page.text()) : undefined)))
  await dropFilesExcept(new Set([RELEASE.name, ...releases.filter(release => release !== undefined)]))
  await self.clients.claim()
}

async function openPage(event: FetchEvent): Promise<Response> {
  const page = pageOf(event.request.url, origin)
  const asked = askAndKeep(event, page, preloadedOr(event))
  const response = await answerOrCopy(asked, () => findKept(page))
  if (response) return response
  const canExplain = page !== offlinePage && (await findKept(offlinePage))
  return canExplain ? Response.redirect(origin + explaining(page)) : Response.error()
}

async function readData(event: FetchEvent): Promise<Response> {
  const { url } = event.request
  const page = pageOf(url, origin)
  const routes = new URL(url).searchParams.get('_routes')
  if (routes) return (await serverAnswer(fetch(event.request))) ?? unansweredData(routes.split(','))
  const asked = askAndKeep(event, dataOf(page), fetch(event.request))
  const response = await answerOrCopy(asked, () => findKept(dataOf(page)))
  if (response) return response
  // The page that somebody looks at stays as it is: it waits for the connection by itself (patient-reload.ts).
  const client = await self.clients.get(event.clientId)
  if (client && pageOf(client.url, origin) === page) return Response.error()
  if (await findKept(page)) return redirected(page, { reload: true })
  return (await findKept(dataOf(offlinePage))) ? redirected(explaining(page), { reload: false }) : Response.error()
}

async function sendForm({ request }: FetchEvent): Promise<Response> {
  const copy = request.clone()
  const response = await serverAnswer(fetch(request))
  if (response && new URL(request.url).pathname === '/logout.data') await keeper.forget()
  return response ?? unansweredForm(await copy.formData().catch(() => undefined), (await words()).unanswered)
}

async function openFile(request: Request): Promise<Response> {
  return (await findFile(request, RELEASE.name)) ?? fetch(request)
}

/** Asks the server, and keeps what it says for later. */
function askAndKeep(event: FetchEvent, address: string, asked: Promise<Response>): Promise<Response | undefined> {
  const take = keeper.expect()
  const response = serverAnswer(asked)
  // Copied before the page reads it; it may be long after the page was answered with an older copy.
  const copied = response.then(answer => answer?.clone())
  event.waitUntil(copied.then(copy => copy && take(address, copy)))
  return response
}

/** The browser may have asked while this worker was still waking up. */
async function preloadedOr(event: FetchEvent): Promise<Response> {
  return ((await event.preloadResponse) as Response | undefined) ?? fetch(event.request)
}

const explaining = (page: string) => `${offlinePage}?${new URLSearchParams({ to: page })}`

/** The reader's language is that of the pages they were shown. */
async function words() {
  const html = (await (await findKept(offlinePage))?.text()) ?? ''
  return /<html[^>]* lang="en"/.test(html) ? en : nl
}
