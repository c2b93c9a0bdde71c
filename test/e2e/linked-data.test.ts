import jsonld from 'jsonld'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toNQuads, toStore, violations } from '#test/server/linked-data/rdf'
import { type AppServer, startAppServer } from '#test/support/app-server'
import { signInByForm } from '#test/support/sign-in-by-form'

let server: AppServer
let cookie: string
let contexts: Record<string, object>

beforeAll(async () => {
  server = await startAppServer()
  cookie = await signInByForm(server.url, 'coordinator')
  const address = `${server.url}/linked-data/context.jsonld`
  contexts = { [address]: (await (await fetch(address)).json()) as object }
})
afterAll(() => server?.stop())

const MEDIA_TYPE = 'application/ld+json'
const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, { headers: { cookie, ...headers }, redirect: 'manual' })

async function read(path: string): Promise<{ nQuads: string; ids: string[] }> {
  const response = await ask(path)
  expect([path, response.status, response.headers.get('content-type')]).toEqual([
    path,
    200,
    `${MEDIA_TYPE}; charset=utf-8`,
  ])
  const document = (await response.json()) as { '@graph': { id: string }[] }
  return { nQuads: await toNQuads(document, contexts), ids: document['@graph'].map(node => node.id) }
}

/** The ids of the records of a page of the demo, as its links say. */
async function recordsOn(page: string): Promise<string[]> {
  const html = await (await ask(page)).text()
  return [...new Set([...html.matchAll(new RegExp(`href="(${page}/[0-9a-f-]{36})"`, 'g'))].map(([, path]) => path!))]
}

test('every meeting, agenda and decision of the demo is valid, and says the same after a round trip', async () => {
  const meetings = await recordsOn('/meetings')
  const decisions = await recordsOn('/decisions')
  expect([meetings.length > 2, decisions.length > 5]).toEqual([true, true])
  for (const path of [...meetings, ...meetings.map(meeting => `${meeting}/agenda`), ...decisions]) {
    const { nQuads, ids } = await read(`${path}.jsonld`)
    const store = toStore(nQuads)
    expect(await violations(store)).toEqual([])
    expect(ids).toContain(server.url + path)
    const back = await jsonld.fromRDF(nQuads as never, { format: 'application/n-quads' } as never)
    const canonical = (input: unknown, options: object) =>
      jsonld.canonize(input as never, { algorithm: 'URDNA2015', format: 'application/n-quads', ...options } as never)
    const [before, after] = [
      await canonical(nQuads, { inputFormat: 'application/n-quads' }),
      await canonical(back, { safe: true }),
    ]
    expect(after).toBe(before)
    expect(store.size).toBeGreaterThan(5)
  }
})

test('a decision says what was decided, with which result, on which version', async () => {
  const [path] = await recordsOn('/decisions')
  const store = toStore((await read(`${path}.jsonld`)).nQuads)
  const of = (property: string) => store.getObjects(server.url + path, property, null).map(term => term.value)
  expect(of('http://purl.org/dc/terms/identifier')[0]).toMatch(/^\d{4}-\d\d$/)
  expect(of('https://data.vlaanderen.be/ns/besluitvorming#resultaat')).toHaveLength(1)
  expect(await violations(store)).toEqual([])
  store.removeQuads(
    store.getQuads(server.url + path, 'https://data.vlaanderen.be/ns/besluitvorming#resultaat', null, null),
  )
  expect(await violations(store)).toHaveLength(1)
  for (const version of of('http://www.w3.org/ns/prov#used')) {
    expect(store.getObjects(version, 'http://purl.org/dc/terms/isVersionOf', null)).toHaveLength(1)
  }
})

test('the address of a page gives a page or data, as it is asked for', async () => {
  const [meeting] = await recordsOn('/meetings')
  const browser = await ask(meeting!, { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' })
  const client = await ask(meeting!, { accept: MEDIA_TYPE })
  const types = [browser, client].map(response => response.headers.get('content-type'))
  expect(types).toEqual(['text/html; charset=utf-8', `${MEDIA_TYPE}; charset=utf-8`])
  for (const response of [browser, client]) expect(response.headers.get('vary')).toMatch(/\bAccept\b/i)
  expect(await browser.text()).toContain(`type="${MEDIA_TYPE}" href="${meeting}.jsonld"`)
})

test('who may not see the page gets nothing; the context and the terms are for everybody', async () => {
  const [meeting] = await recordsOn('/meetings')
  const visitor = await fetch(`${server.url}${meeting}.jsonld`)
  expect([visitor.status, await visitor.text()]).toEqual([401, 'sign in first'])
  expect((await ask('/meetings/00000000-0000-4000-8000-000000000000.jsonld')).status).toBe(404)
  const terms = await fetch(`${server.url}/linked-data/terms`)
  expect(await violations(toStore(await toNQuads((await terms.json()) as object, contexts)))).toEqual([])
  expect(terms.headers.get('access-control-allow-origin')).toBe('*')
})

test('every IRI is the one that its vocabulary writes', () => {
  const [context] = Object.values(contexts) as [{ '@context': Record<string, unknown> }]
  const { besluit, besluitvorming, dossier, generiek } = context['@context']
  expect([besluit, besluitvorming, dossier, generiek]).toEqual([
    'http://data.vlaanderen.be/ns/besluit#',
    'https://data.vlaanderen.be/ns/besluitvorming#',
    'https://data.vlaanderen.be/ns/dossier#',
    'https://data.vlaanderen.be/ns/generiek#',
  ])
})
