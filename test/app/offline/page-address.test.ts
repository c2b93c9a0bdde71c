import { expect, test } from 'vitest'
import { dataOf, kindOf, mayKeep, pageOf } from '#app/offline/page-address'

const origin = 'https://samenspraak.example'

test.each([
  ['GET', 'navigate', '/measures/1', 'page'],
  ['GET', 'navigate', '/', 'page'],
  ['GET', 'cors', '/measures/1.data', 'data'],
  ['GET', 'cors', '/_root.data', 'data'],
  ['GET', 'cors', '/measures.data?status=running&_routes=routes%2Fmeasures', 'data'],
  ['POST', 'cors', '/measures/1.data', 'write'],
  ['POST', 'navigate', '/measures/1', 'other'],
  ['POST', 'cors', '/socket.io/?EIO=4', 'other'],
  ['GET', 'cors', '/socket.io/?EIO=4', 'other'],
  ['GET', 'cors', '/healthz', 'other'],
  ['GET', 'no-cors', '/assets/root-1a2b.js', 'file'],
  ['GET', 'cors', '/fonts/source-sans-3-latin-wght-normal.woff2', 'file'],
  ['GET', 'no-cors', '/favicon.svg', 'file'],
  ['HEAD', 'cors', '/measures/1', 'other'],
  ['GET', 'navigate', 'https://elsewhere.example/measures/1', 'other'],
  ['POST', 'cors', 'https://elsewhere.example/measures/1.data', 'other'],
])('%s (%s) %s is %s', (method, mode, path, kind) => {
  expect(kindOf({ method, mode, url: new URL(path, origin).href }, origin)).toBe(kind)
})

test.each([
  ['/', '/_root.data'],
  ['/measures', '/measures.data'],
  ['/measures/1/versions', '/measures/1/versions.data'],
  ['/measures?status=running&q=jaar', '/measures.data?status=running&q=jaar'],
])('the data of %s is at %s, and back', (page, data) => {
  expect(dataOf(page)).toBe(data)
  expect(pageOf(data, origin)).toBe(page)
  expect(pageOf(origin + page, origin)).toBe(page)
})

test('a page has one address, whatever only steers the request', () => {
  expect(pageOf('/measures/', origin)).toBe('/measures')
  expect(pageOf('/_root.data?index', origin)).toBe('/')
  expect(pageOf('/measures.data?q=a&_routes=root', origin)).toBe('/measures?q=a')
  expect(pageOf('/offline?to=%2Fmeasures', origin)).toBe('/offline')
  expect(pageOf('/offline.data?to=%2Fmeasures', origin)).toBe('/offline')
})

test.each(['/login', '/login?to=%2F', '/logout', '/setup/abc', '/healthz', '/readyz'])('%s is never kept', page => {
  expect(mayKeep(pageOf(page, origin))).toBe(false)
})

test.each(['/', '/measures', '/measures/1', '/loginpage'])('%s may be kept', page => expect(mayKeep(page)).toBe(true))
