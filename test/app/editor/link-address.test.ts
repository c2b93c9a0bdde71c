import { expect, test } from 'vitest'
import { toLinkAddress } from '#app/editor/link-address'

test.each([
  ['https://www.vlaanderen.be/vrijwilligers', 'https://www.vlaanderen.be/vrijwilligers'],
  [' vlaanderen.be/vrijwilligers ', 'https://vlaanderen.be/vrijwilligers'],
  ['vlaanderen.be:8443/pad', 'https://vlaanderen.be:8443/pad'],
  ['info@vsvw.be', 'mailto:info@vsvw.be'],
  ['mailto:info@vsvw.be', 'mailto:info@vsvw.be'],
])('%s leads to %s', (typed, address) => {
  expect(toLinkAddress(typed)).toBe(address)
})

test.each([
  '',
  'javascript:alert(1)',
  'data:text/html,x',
  'http://vlaanderen.be',
  'ftp://vlaanderen.be',
  'geen adres',
  'mailto:',
])('%s leads nowhere', typed => {
  expect(toLinkAddress(typed)).toBeUndefined()
})
