import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Database } from '../schema/index'
import { lookUp } from './codes'
import demo from './discussions.json'
import { markPassage } from './mark-passage'
import type { Ids } from './seed-bodies'
import type { SeededMeasure } from './seed-measures'
import { ago } from './seed-progress'

interface SeedThread {
  measure: string
  quote?: string
  replacement?: string
  daysAgo: number
  resolvedBy?: string
  comments: { by: string; text: string }[]
}

/** Invented discussions beside a few texts, with wording that is proposed for them; all marked demo. */
export async function seedDiscussions(
  trx: Transaction<Database>,
  { groupId, measures }: { groupId: string; measures: SeededMeasure[] },
): Promise<void> {
  const people = await trx
    .selectFrom('mandate')
    .innerJoin('person', 'person.id', 'mandate.personId')
    .innerJoin('body', 'body.id', 'mandate.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .select(['person.id', 'person.email', 'person.name', 'mandate.id as mandateId'])
    .select(['body.id as bodyId', 'body.code', 'sector.id as sectorId', 'sector.nameNl'])
    .where('mandate.groupId', '=', groupId)
    .execute()
  const mandates: Ids = Object.fromEntries(people.map(({ email, mandateId }) => [email.replace(/@.*/, ''), mandateId]))
  const calls = (text: string) =>
    people
      .flatMap(({ id, name, bodyId, code, sectorId, nameNl }) => [
        { mark: `@[${name}]`, label: name, personId: id, bodyId: null, sectorId: null },
        { mark: `@${code}`, label: code, personId: null, bodyId, sectorId: null },
        { mark: `@[${nameNl}]`, label: nameNl, personId: null, bodyId: null, sectorId },
      ])
      .filter(({ mark, label }, at, all) => text.includes(mark) && all.findIndex(one => one.label === label) === at)
      .map(({ mark: _, ...called }) => called)

  const threads = (demo.threads as SeedThread[]).map(thread => {
    const measure = measures.find(({ source }) => source.id === thread.measure)
    if (!measure) throw new Error(`no measure ${thread.measure}`)
    const [first] = thread.comments
    return { ...thread, id: randomUUID(), measure, openedBy: lookUp(mandates, first!.by) }
  })
  await trx
    .insertInto('discussionThread')
    .values(
      threads.map(({ id, measure, quote, daysAgo, openedBy, resolvedBy }) => {
        const thread = { id, groupId, subjectType: 'measure' as const, subjectId: measure.id, openedBy, isDemo: true }
        const when = { openedAt: ago(daysAgo), resolvedAt: resolvedBy ? ago(daysAgo - 2) : null }
        if (!quote) return { ...thread, ...when }
        return { ...thread, ...when, documentId: measure.documentId, ...markPassage(measure.text, quote) }
      }),
    )
    .execute()
  const resolved = threads.flatMap(({ id, resolvedBy, daysAgo }) =>
    resolvedBy
      ? [{ threadId: id, kind: 'resolved' as const, mandateId: lookUp(mandates, resolvedBy), at: ago(daysAgo - 2) }]
      : [],
  )
  await trx.insertInto('discussionStep').values(resolved).execute()
  const proposals = threads.flatMap(({ id, replacement }) => (replacement ? [{ threadId: id, replacement }] : []))
  await trx.insertInto('wordingProposal').values(proposals).execute()

  const comments = threads.flatMap(({ id: threadId, daysAgo, comments }) =>
    comments.map(({ by, text }, index) => ({
      ...{ id: randomUUID(), threadId, text, mandateId: lookUp(mandates, by), isDemo: true },
      writtenAt: ago(daysAgo - index),
    })),
  )
  await trx.insertInto('discussionComment').values(comments).execute()
  const mentions = comments.flatMap(({ id, text }) => calls(text).map(called => ({ commentId: id, ...called })))
  await trx.insertInto('discussionMention').values(mentions).execute()
}
