import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.shared'
import { acceptProposal } from '#server/discussions/accept-proposal'
import { addComment } from '#server/discussions/add-comment'
import { editComment, removeComment } from '#server/discussions/change-comment'
import { openThreadInput, proposeWordingInput, type ThreadFilters } from '#server/discussions/discussion.shared'
import { mentionsOfMe } from '#server/discussions/mentions-of-me'
import { openThread } from '#server/discussions/open-thread'
import { proposeWording } from '#server/discussions/propose-wording'
import { reopenThread, resolveThread } from '#server/discussions/resolve-thread'
import { declineProposal, withdrawProposal } from '#server/discussions/settle-proposal'
import { listThreadLinks } from '#server/discussions/thread-links'
import { listMarks, listThreads } from '#server/discussions/thread-queries'
import { readAuthorship } from '#server/documents/read-authorship'
import { writeContent } from '#server/documents/write-content'
import { readMeasureHistory } from '#server/measures/measure-history'
import { createTeam, refusal, type Team } from '#test/server/measures/team'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { openDiscussedText } from './discussed-text'

let database: TestDatabase
let team: Team
let text: Awaited<ReturnType<typeof openDiscussedText>>

const first = 'Wie vrijwilligt, meldt dat vooraf aan de dienst.'
const second = 'De dienst kan de aanvraag weigeren.'

beforeAll(async () => {
  database = await createTestDatabase()
  team = await createTeam(database.db)
})
afterAll(() => database.drop())
beforeEach(async () => {
  text = await openDiscussedText(database, team, [first, second])
})

const inOne = <T>(
  write: (trx: Parameters<Parameters<ReturnType<TestDatabase['db']['transaction']>['execute']>[0]>[0]) => Promise<T>,
) => database.db.transaction().execute(write)

const discuss = (actor: Actor, said: string, quote?: string) =>
  inOne(trx =>
    openThread(
      trx,
      actor,
      openThreadInput.parse({ measureId: text.measureId, text: said, ...(quote && { passage: text.mark(quote) }) }),
    ),
  )
const propose = (actor: Actor, quote: string, replacement: string, why = '') =>
  inOne(trx =>
    proposeWording(
      trx,
      actor,
      proposeWordingInput.parse({ measureId: text.measureId, passage: text.mark(quote), replacement, text: why }),
    ),
  )
const accept = (actor: Actor, threadId: string, onto: string) =>
  inOne(trx => acceptProposal(trx, actor, { threadId, onto }))
const read = async (actor: Actor = team.editor, filters: Partial<ThreadFilters> = {}) =>
  (await listThreads(database.db, actor, text.measureId, { state: 'all', page: 1, ...filters })).threads

describe('a discussion', () => {
  test('of a passage says what it is about, now and when it was begun', async () => {
    const threadId = await discuss(team.forSport, 'Hoe lang *vooraf*?', 'vooraf aan de dienst')
    await text.write('Wie vrijwilligt, meldt dat een week vooraf aan de dienst.', second)
    await text.write('Wie vrijwilligt, meldt dat een week vooraf aan de nieuwe dienst.', second)
    const [thread] = await read()
    expect(thread).toMatchObject({
      id: threadId,
      quote: 'vooraf aan de dienst',
      passage: 'vooraf aan de nieuwe dienst',
      openedBy: { personId: team.forSport.personId },
      comments: [{ text: 'Hoe lang *vooraf*?' }],
    })
    expect(await listMarks(database.db, text.documentId)).toMatchObject([{ id: threadId, kind: 'comment' }])
  })

  test('stays, with its quote, when its passage is deleted', async () => {
    await discuss(team.forSport, 'Waarom?', second)
    await text.write(first)
    expect(await read()).toMatchObject([{ quote: second, passage: null }])
  })

  test('finds a passage again that was typed anew, as splitting a paragraph does', async () => {
    await discuss(team.forSport, 'Waarom?', 'meldt dat vooraf aan de dienst')
    await text.write(second)
    await text.write('Wie vrijwilligt,', 'meldt dat vooraf aan de dienst.', second)
    expect((await read())[0]?.passage).toBe('meldt dat vooraf aan de dienst')
  })

  test('is refused for a passage that says something else than the reader saw, or that the text does not know', async () => {
    const passage = text.mark('vooraf')
    const open = (passage: object) =>
      inOne(trx =>
        openThread(trx, team.forSport, openThreadInput.parse({ measureId: text.measureId, text: 'Wat?', passage })),
      )
    expect(await refusal(open({ ...passage, quote: 'achteraf' }))).toBe('conflict/passage-changed')
    const other = await openDiscussedText(database, team, [first])
    expect(await refusal(open(other.mark('vooraf')))).toBe('conflict/passage-unknown')
    expect(await refusal(open({ ...passage, from: btoa('nonsense') }))).toBe('conflict/passage-unknown')
  })

  test('is closed and opened again by who began it and by editors, and says by whom', async () => {
    const threadId = await discuss(team.forSport, 'Over alles')
    expect(await refusal(inOne(trx => resolveThread(trx, team.forYouth, { threadId })))).toBe('forbidden')
    await inOne(trx => resolveThread(trx, team.forSport, { threadId }))
    expect(await read(team.editor, { state: 'open' })).toEqual([])
    expect(await read()).toMatchObject([{ step: { kind: 'resolved', by: { personId: team.forSport.personId } } }])
    await inOne(trx => reopenThread(trx, team.editor, { threadId }))
    expect(await read(team.editor, { state: 'open' })).toMatchObject([{ step: { kind: 'reopened' }, resolvedAt: null }])
  })

  test('keeps what a comment said before, and that one was taken away', async () => {
    await discuss(team.forSport, 'Eerst')
    const commentId = (await read())[0]!.comments[0]!.id
    await inOne(trx => editComment(trx, team.forSport, { commentId, text: 'Daarna' }))
    expect((await read())[0]!.comments).toMatchObject([{ text: 'Daarna', earlier: [{ text: 'Eerst' }] }])
    expect(await refusal(inOne(trx => editComment(trx, team.editor, { commentId, text: 'Van mij' })))).toBe('forbidden')
    await inOne(trx => removeComment(trx, team.forSport, { commentId }))
    const [gone] = (await read())[0]!.comments
    expect([gone?.text, gone?.earlier, gone?.canChange]).toEqual(['', [], false])
    expect(gone?.removedAt).toBeInstanceOf(Date)
    expect(await refusal(inOne(trx => removeComment(trx, team.forSport, { commentId })))).toBe('not-found')
  })

  test('calls people, bodies and sectors by name, until they answer', async () => {
    const { db } = database
    const sector = await db
      .selectFrom('sector')
      .innerJoin('body', 'body.sectorId', 'sector.id')
      .select('nameNl')
      .where('body.id', '=', team.youth.id)
      .executeTakeFirstOrThrow()
    const threadId = await discuss(team.forSport, `Wat vindt @[${sector.nameNl}], en @[Niemand]?`)
    const inList = await mentionsOfMe(db, team.forYouth, { limit: 10 })
    expect(inList).toMatchObject([{ threadId, kind: 'sector', author: { personId: team.forSport.personId } }])
    expect(await mentionsOfMe(db, team.forSport, { limit: 10 })).toEqual([])
    expect(await mentionsOfMe(db, team.stranger, { limit: 10 })).toEqual([])
    expect((await read())[0]!.comments[0]!.mentions.map(mention => mention.label)).toEqual([sector.nameNl])
    await inOne(trx => addComment(trx, team.forYouth, { threadId, text: 'Goed zo' }))
    expect(await mentionsOfMe(db, team.forYouth, { limit: 10 })).toEqual([])
  })

  test('is found by whose it is and by sector', async () => {
    await discuss(team.forSport, 'Van sport')
    await discuss(team.forYouth, 'Van jeugd')
    const mine = await listThreads(database.db, team.forYouth, text.measureId, { state: 'mine', page: 1 })
    expect(mine.threads.map(thread => thread.comments[0]?.text)).toEqual(['Van jeugd'])
    expect(mine.counts).toEqual({ open: 2, mine: 1, resolved: 0, all: 2 })
    expect(mine.sectors).toHaveLength(2)
    const ofSport = await read(team.editor, { state: 'open', sectorId: team.sport.sectorId })
    expect(ofSport.map(thread => thread.comments[0]?.text)).toEqual(['Van sport'])
  })
})

describe('proposed wording', () => {
  const onto = 'meldt dat vooraf aan de dienst'
  const better = 'meldt dat achteraf aan de nieuwe dienst'

  test('is taken over as the words of who proposed it; what stays keeps its author, and history names both', async () => {
    const threadId = await propose(team.forSport, onto, better, 'Zo kan het ook')
    await text.write(`Wie graag vrijwilligt, ${onto}.`, second)
    await accept(team.editor, threadId, onto)
    await text.catchUp()
    expect(text.says()).toBe(`Wie graag vrijwilligt, ${better}.\n${second}`)

    const { authors, blocks } = await readAuthorship(database.db, team.editor, text.documentId)
    const byPerson = (personId: string) =>
      blocks[0]!.runs
        .filter(run => run.author !== null && authors[run.author]?.personId === personId)
        .map(run => run.text)
    expect(byPerson(team.forSport.personId).join('|')).toMatch(/^achter.*\|nieuwe ?$/)
    expect(byPerson(team.editor.personId).join('')).toContain('Wie graag vrijwilligt, meldt dat ')

    expect(await read()).toMatchObject([
      {
        resolvedAt: expect.any(Date),
        proposal: { state: 'accepted', onto, settledBy: { personId: team.editor.personId } },
      },
    ])
    await writeContent(database.db, text.documentId)
    const { lines } = await readMeasureHistory(database.db, team.editor, text.measureId, { filters: {} })
    const accepted = lines.find(line => line.verb === 'proposal.accepted')
    expect([accepted?.personId, accepted?.after.personId]).toEqual([team.editor.personId, team.forSport.personId])
    expect(lines.filter(line => line.verb === 'text.edited' && line.personId === team.forSport.personId)).toEqual([])
    await text.write(text.says().split('\n')[0]!, 'En verder.')
    expect(text.says()).toContain('En verder.')
  })

  test('says when the passage changed; it can be put there all the same by who saw what it says now', async () => {
    const threadId = await propose(team.forSport, onto, better)
    await text.write('Wie vrijwilligt, meldt dat op tijd aan de dienst.', second)
    const [thread] = await read()
    expect([thread?.quote, thread?.passage]).toEqual([onto, 'meldt dat op tijd aan de dienst'])
    expect(await refusal(accept(team.editor, threadId, onto))).toBe('conflict/passage-changed')
    await accept(team.editor, threadId, 'meldt dat op tijd aan de dienst')
    await text.catchUp()
    expect(text.says()).toBe(`Wie vrijwilligt, ${better}.\n${second}`)
    expect(await refusal(accept(team.editor, threadId, better))).toBe('conflict/proposal-settled')
  })

  test('can only be declined once the passage is gone, with a reason', async () => {
    const threadId = await propose(team.forSport, second, 'De dienst weigert nooit.')
    await text.write(first)
    expect(await refusal(accept(team.editor, threadId, second))).toBe('conflict/passage-gone')
    await inOne(trx => declineProposal(trx, team.editor, { threadId, reason: 'Staat er niet meer' }))
    expect(await read()).toMatchObject([{ proposal: { state: 'declined', reason: 'Staat er niet meer' } }])
  })

  test('goes paragraph by paragraph, and may leave words out', async () => {
    const threadId = await propose(team.forSport, `aan de dienst.\n${second}`, 'aan het loket.\nWeigeren kan.')
    await accept(team.editor, threadId, `aan de dienst.\n${second}`)
    await text.catchUp()
    expect(text.says()).toBe('Wie vrijwilligt, meldt dat vooraf aan het loket.\nWeigeren kan.')
    const shorter = await propose(team.forSport, ' vooraf', '')
    await accept(team.editor, shorter, ' vooraf')
    await text.catchUp()
    expect(text.says()).toBe('Wie vrijwilligt, meldt dat aan het loket.\nWeigeren kan.')
    expect(await refusal(propose(team.forSport, 'Weigeren kan.', 'Weigeren kan.'))).toBe(
      'invalid/same-words/replacement',
    )
  })

  test('may make more paragraphs of one: what moves stays of who wrote it, and so does what is said about it', async () => {
    const about = await discuss(team.forYouth, 'Welke dienst?', 'aan de dienst')
    const threadId = await propose(
      team.forSport,
      `${first}\n${second}`,
      'Wie vrijwilligt, meldt dat.\n\nEen week vooraf aan de dienst.\n\nDe dienst kan de aanvraag weigeren, met reden.\n',
    )
    await accept(team.editor, threadId, `${first}\n${second}`)
    await text.catchUp()
    expect(text.says()).toBe(
      'Wie vrijwilligt, meldt dat.\nEen week vooraf aan de dienst.\nDe dienst kan de aanvraag weigeren, met reden.',
    )
    const { authors, blocks } = await readAuthorship(database.db, team.editor, text.documentId)
    const written = blocks.map(({ runs }) =>
      runs.map(run => [run.text, run.author === null ? null : authors[run.author]!.personId, run.restoredBy]),
    )
    const sport = team.forSport.personId
    const editor = team.editor.personId
    expect(written).toEqual([
      [
        ['Wie vrijwilligt, meldt dat', editor, undefined],
        ['.', sport, undefined],
      ],
      [
        ['Een week ', sport, undefined],
        ['vooraf aan de dienst.', editor, undefined],
      ],
      [
        ['De dienst kan de aanvraag weigeren', editor, undefined],
        [', met reden', sport, undefined],
        ['.', editor, undefined],
      ],
    ])
    const kept = (await read()).find(thread => thread.id === about)
    expect(kept?.passage).toBe('aan de dienst')
    await text.write(...text.says().split('\n'), 'En verder.')
    expect(text.says()).toContain('reden.\nEn verder.')
  })

  test('may make one paragraph of several, from the middle of one to the middle of another', async () => {
    const passage = `aan de dienst.\n${second}`
    const threadId = await propose(team.forSport, passage, 'aan de dienst, die kan weigeren.')
    await text.write(first, 'En dan nog iets.', second)
    expect(await refusal(accept(team.editor, threadId, passage))).toBe('conflict/passage-changed')
    await accept(team.editor, threadId, `aan de dienst.\nEn dan nog iets.\n${second}`)
    await text.catchUp()
    expect(text.says()).toBe('Wie vrijwilligt, meldt dat vooraf aan de dienst, die kan weigeren.')
    const [thread] = await read()
    expect(thread?.proposal).toMatchObject({ state: 'accepted', replacement: 'aan de dienst, die kan weigeren.' })
    const gone = await propose(team.forSport, text.says(), '')
    await text.write(text.says(), second)
    await accept(team.editor, gone, text.says().split('\n')[0]!)
    await text.catchUp()
    expect(text.says()).toBe(second)
  })

  test('of two on the same words says so, and taking one over shows the other what it says now', async () => {
    const one = await propose(team.forSport, onto, better)
    await propose(team.forYouth, 'vooraf aan de dienst', 'meteen aan de dienst')
    await propose(team.forYouth, second, 'Weigeren kan niet.')
    expect((await read()).map(thread => thread.proposal?.rivals)).toEqual([0, 1, 1])
    await accept(team.editor, one, onto)
    const left = (await read()).find(thread => thread.quote === 'vooraf aan de dienst')
    expect([left?.passage, left?.proposal?.rivals]).toEqual([' aan de nieuwe dienst', 0])
  })

  test('is taken back by who made it', async () => {
    const threadId = await propose(team.forSport, onto, better)
    expect(await refusal(inOne(trx => withdrawProposal(trx, team.forYouth, { threadId })))).toBe('forbidden')
    expect(await refusal(inOne(trx => resolveThread(trx, team.forSport, { threadId })))).toBe('conflict/proposal-open')
    await inOne(trx => withdrawProposal(trx, team.forSport, { threadId }))
    expect(await read()).toMatchObject([{ proposal: { state: 'withdrawn' }, resolvedAt: expect.any(Date) }])
    expect(await listThreadLinks(database.db, team.forSport, text.measureId)).toMatchObject([
      { id: threadId, quote: onto, proposal: { replacement: better, state: 'withdrawn' } },
    ])
  })
})

test('who reads only, was in the group, or is in another one, may do none of it', async () => {
  const threadId = await propose(team.forSport, 'vooraf', 'achteraf', 'Omdat')
  const commentId = (await read())[0]!.comments[0]!.id
  const writes = (actor: Actor) => [
    () => discuss(actor, 'Iets', 'vooraf'),
    () => propose(actor, 'vooraf', 'nooit'),
    () => inOne(trx => addComment(trx, actor, { threadId, text: 'Iets' })),
    () => inOne(trx => editComment(trx, actor, { commentId, text: 'Iets' })),
    () => inOne(trx => removeComment(trx, actor, { commentId })),
    () => inOne(trx => reopenThread(trx, actor, { threadId })),
    () => accept(actor, threadId, 'vooraf'),
    () => inOne(trx => declineProposal(trx, actor, { threadId, reason: 'Nee' })),
    () => inOne(trx => withdrawProposal(trx, actor, { threadId })),
  ]
  for (const work of writes(team.observer)) expect(await refusal(work())).toBe('forbidden')
  for (const work of writes(team.stranger)) expect(await refusal(work())).toBe('not-found')
  for (const work of writes(team.forYouth).slice(6)) expect(await refusal(work())).toBe('forbidden')
})
