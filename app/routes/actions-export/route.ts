import type { LoaderFunctionArgs } from '@remix-run/node'
import { endingOf, fileResponse } from '#app/file-response.server'
import { toDay } from '#app/i18n/format'
import { readLocale } from '#app/i18n/locale.server'
import { translator } from '#app/i18n/translator'
import { registerWords } from '#app/routes/decisions-export/words.server'
import { requireActor } from '#app/session.server'
import { actionFilters } from '#server/actions/action.shared'
import { allActions, scopeOf } from '#server/actions/list-actions'
import { listBodies } from '#server/bodies/body-queries'
import { listAbout } from '#server/exports/about-sheet'
import { actionTable } from '#server/exports/action-table'
import { writeCsv } from '#server/exports/write-csv'
import { writeXlsx } from '#server/exports/write-xlsx'

/** The actions as a file, with the filters of the address, whatever its page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const ending = endingOf(request, ['xlsx', 'csv'])
  const filters = actionFilters.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [locale, actions, bodies] = await Promise.all([
    readLocale({ request, context }),
    allActions(context.db, actor, filters),
    listBodies(context.db),
  ])
  const words = registerWords(locale)
  const madeAt = new Date()
  const table = actionTable(actions, words)
  const t = translator(locale, ['actions', 'registers', 'decisions'])
  const { q, body, meeting, state = 'open' } = filters
  const ofMeeting = meeting && (actions.find(action => action.meeting?.id === meeting)?.meeting?.title ?? meeting)
  const said: [label: string, value: string | undefined][] = [
    [t('whose'), t(`registers:scopes.${scopeOf(actor, filters)}`)],
    [t('filters.state'), state === 'any' ? t('filters.any') : t(`states.${state}`)],
    [t('registers:filters.words'), q],
    [t('filters.body'), body && (bodies.find(({ id }) => id === body)?.name ?? body)],
    [t('decisions:filters.meeting'), ofMeeting],
  ]
  const occasion = {
    groupName: actor.groupName,
    personName: actor.name,
    madeAt,
    filters: said.filter(([, value]) => value).map(([label, value]) => `${label}: ${value}`),
  }
  const about = listAbout(actions.length, occasion, { ...words, sheet: words.sheets.actions })
  const content = ending === 'csv' ? writeCsv(table) : await writeXlsx([table], about)
  const date = toDay(madeAt)
  const name = t('registers:fileName', { list: words.sheets.actions, group: actor.groupName, date })
  return fileResponse(content, { name, ending })
}
