import type { i18n, TFunction } from 'i18next'
import { formatDate } from '#app/i18n/format'
import { toLocale } from '#app/i18n/locale'
import { nl } from '#app/i18n/resources'
import type { HistoryLine, HistoryNames } from '#server/measures/history.shared'

type Field = keyof (typeof nl)['history']['fields']
type Verb = keyof (typeof nl)['history']['did']

/** A field with what it was and what it became, in words; '' for nothing. */
export interface Change {
  field: string
  label: string
  was: string
  became: string
}

/** What the sentence says already, or what only code needs. */
const inSentence: Record<string, readonly string[]> = {
  responsibility: ['bodyId', 'role', 'state', 'onBehalf'],
  progress: ['bodyId', 'onBehalf'],
  position: ['bodyId', 'stance', 'version', 'fromVersion'],
  condition: ['bodyId', 'text', 'state'],
  'position-round': ['title', 'closesAt', 'silenceMeans', 'measureIds', 'bodyIds', 'answered', 'silent'],
  milestone: ['milestone'],
  dependency: ['kind', 'fromId', 'toId', 'causeId', 'before'],
  decision: ['register', 'title', 'texts'],
  'agenda-item': ['position', 'kind', 'title', 'measureIds', 'roundIds'],
  evidence: ['name', 'kind'],
  text: ['version', 'name', 'seq'],
  proposal: ['personId', 'seq'],
}
const forCode = new Set([
  'responsibilityId',
  'milestoneId',
  'dependencyId',
  'evidenceId',
  'reportId',
  'followsId',
  'agendaItemId',
  'fromBodyId',
  'roundId',
  'positionId',
  'conditionId',
  'documentVersionId',
  'raised',
  'withdrawn',
  'threadId',
  'commentId',
])
const partial = /^\d{4}(-\d{2}(-\d{2})?)?$/

const namespaces = ['history', 'measures', 'common', 'decisions', 'progress', 'positions'] as const

/** The words for what the trail holds: what somebody did, and each field with what it was and became. */
export function wordsOfHistory(names: HistoryNames, i18n: i18n) {
  const t = i18n.getFixedT(null, namespaces) as unknown as TFunction<typeof namespaces>
  const locale = toLocale(i18n.language)
  /** A word of a list that code knows; the value itself where the list has no such word. */
  const listed = (list: string, value: string) =>
    (i18n.exists(`${list}.${value}`) ? (t as (key: string) => string)(`${list}.${value}`) : value) as string
  const named = (id: unknown) => {
    const name = names[String(id)]
    return name ? (name.code ? `${name.code} · ${name.label}` : name.label) : t('gone')
  }

  function inWords(field: string, value: unknown): string {
    if (value === null || value === undefined || value === '') return ''
    if (Array.isArray(value)) return value.map(one => inWords(field, one)).join(', ')
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
    if (typeof value === 'number') return field === 'percentage' ? `${value} %` : String(value)
    if (typeof value !== 'string') return ''
    switch (field) {
      case 'status':
        return listed('common:measureStatuses', value)
      case 'kind':
        return listed('common:measureKinds', value)
      case 'level':
        return listed('common:levels', value)
      case 'horizon':
        return listed('measures:horizonRanges', value)
      case 'horizonFrom':
      case 'horizonTo':
        return listed('common:horizons', value)
      case 'confidence':
        return listed('progress:confidences', value)
      case 'result':
        return listed('decisions:results', value)
      case 'role':
        return listed('common:responsibilityRoles', value)
      case 'basicFunctions':
        return (locale === 'en' && names[value]?.labelEn) || (names[value]?.label ?? value)
    }
    if (names[value]) return named(value)
    if (/^[\da-f]{8}-/.test(value)) return t('gone')
    return partial.test(value) && field !== 'number' ? formatDate(value, locale) : value
  }

  /** What was done, as the end of a sentence that begins with who. */
  function sentence({ verb, before, after }: HistoryLine): string {
    const held = { ...before, ...after }
    const key: Verb | undefined = (Object.keys(nl.history.did) as Verb[]).find(known => known === verb)
    return t(`did.${key ?? 'other'}`, {
      body: names[String(held.bodyId)]?.label ?? t('gone'),
      role: inWords('role', held.role),
      milestone: String(held.milestone ?? held.label ?? ''),
      version: String(held.version ?? ''),
      name: String(held.name ?? ''),
      stance: typeof held.stance === 'string' ? listed('positions:stances', held.stance).toLowerCase() : '',
      text: String(held.text ?? ''),
      cause: named(held.causeId),
      proposer: named(held.personId),
      from: named(held.fromId),
      to: named(held.toId),
      link: typeof held.kind === 'string' ? listed('links', held.kind) : '',
    })
  }

  /** Each field that was recorded, except what the sentence says. What was made has only what it became. */
  function changes({ verb, before, after }: HistoryLine): Change[] {
    const noun = verb.split('.')[0] ?? ''
    const skipped = inSentence[noun] ?? []
    return [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter(field => !forCode.has(field) && !skipped.includes(field))
      .map(field => ({
        field,
        label: field in nl.history.fields ? t(`fields.${field as Field}`) : t('something'),
        was: inWords(field, before[field]),
        became: inWords(field, after[field]),
      }))
      .filter(({ was, became }) => was !== became)
  }

  return { sentence, changes }
}
