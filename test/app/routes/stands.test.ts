import { expect, test } from 'vitest'
import { possibleReservations, type Stands, startingTexts } from '#app/routes/meeting/stands'
import type { AgendaItem } from '#server/meetings/meeting-detail.shared'

const body = (code: string) => ({ id: code.toLowerCase(), code, name: code, colour: 1, sectorId: 'x' })
const position = (code: string, standing: string, values: object = {}) => ({
  measureId: 'm',
  body: body(code),
  standing,
  reason: '',
  ...values,
})
const condition = (code: string, text: string) => ({ measureId: 'm', body: body(code), text })
const stands = (parts: object) => ({ positions: [], conditions: [], rounds: [], ...parts }) as unknown as Stands

test('who objects, or asks what is still open, could make a reservation; nobody else, and each once', () => {
  const found = possibleReservations(
    stands({
      positions: [
        position('A', 'agree'),
        position('B', 'object', { reason: 'Te duur.' }),
        position('C', 'agree-on-conditions', { reason: 'Als het mag.' }),
        position('D', 'agree-on-conditions'),
        position('C', 'object', { measureId: 'n', reason: 'Dit niet.' }),
      ],
      // What D asked was met: only what is open is here.
      conditions: [condition('C', 'Eerst horen.'), condition('C', 'En dan traag.'), condition('B', 'Iets anders')],
    }),
  )
  expect(found).toEqual([
    { bodyId: 'b', code: 'B', standing: 'object', text: 'Te duur.' },
    { bodyId: 'c', code: 'C', standing: 'object', text: 'Eerst horen.\nEn dan traag.\nDit niet.' },
  ])
})

test('a decision can begin with what rounds asked and what the item says, each text once', () => {
  const round = (title: string, question: string) => ({ title, question })
  const rounds = [round('Nieuw', 'Mag dit?'), round('Zonder vraag', ' '), round('Oud', 'Mag dit?')]
  const item = { summary: 'Een advies vragen.', rounds: [round('Van het punt', 'Kan dit?')] } as unknown as AgendaItem
  expect(startingTexts(item, stands({ rounds }))).toEqual([
    { round: 'Van het punt', text: 'Kan dit?' },
    { round: 'Nieuw', text: 'Mag dit?' },
    { round: null, text: 'Een advies vragen.' },
  ])
})
