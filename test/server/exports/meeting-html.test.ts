// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { agendaDocument } from '#server/exports/agenda-document'
import type { DocumentModel } from '#server/exports/document-model.shared'
import { renderHtml } from '#server/exports/render-html'
import { item, meeting, occasion, words } from './a-meeting'

const htmlOf = (model: DocumentModel) =>
  new DOMParser().parseFromString(renderHtml(model).toString('utf8'), 'text/html')

test('the agenda says when each item begins, as long as it is known how long they take', () => {
  const document = htmlOf(agendaDocument(meeting, occasion, words))
  const rows = [...document.querySelectorAll('tbody tr')].map(row => [...row.children].map(cell => cell.textContent))
  expect(rows.map(row => row[3])).toEqual(['13.30 uur', '13.45 uur', '14.00 uur'])
  const unsure = { ...meeting, items: [item(1), item(2, { minutesAllotted: null }), item(3)] }
  const begins = [...htmlOf(agendaDocument(unsure, occasion, words)).querySelectorAll('tbody tr')].map(
    row => row.children[3]?.textContent,
  )
  expect(begins).toEqual(['13.30 uur', '13.45 uur', ''])
})

test('the page that stands on its own has a language, a title, headings and a table with a caption', () => {
  const document = htmlOf(agendaDocument(meeting, occasion, words))
  expect(document.documentElement.lang).toBe('nl-BE')
  expect(document.title).toBe('Agenda: Voorjaar 2026')
  expect(
    [...document.querySelectorAll('h1, h2, h3')].map(({ tagName, textContent }) => `${tagName} ${textContent}`),
  ).toEqual(['H1 Agenda: Voorjaar 2026', 'H2 Toelichting bij de punten', 'H3 2. Punt 2'])
  expect(document.querySelector('caption')?.textContent).toBe('De punten van de agenda')
  expect(document.body.textContent).toContain('Dan *dat* & <meer>.')
  expect(document.querySelectorAll('script, [onerror]')).toHaveLength(0)
})
