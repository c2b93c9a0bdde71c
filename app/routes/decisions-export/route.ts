import type { LoaderFunctionArgs } from '@remix-run/node'
import { endingOf, fileResponse } from '#app/file-response.server'
import { toDay } from '#app/i18n/format'
import { readLocale } from '#app/i18n/locale.server'
import { translator } from '#app/i18n/translator'
import { requireActor } from '#app/session.server'
import { listSectors } from '#server/bodies/body-queries'
import { decisionFilters } from '#server/decisions/decision.shared'
import { readRegisterChoices } from '#server/decisions/decision-queries'
import { readRegister } from '#server/decisions/read-register'
import { listAbout } from '#server/exports/about-sheet'
import { decisionTable, followUpTable } from '#server/exports/register-tables'
import { writeCsv } from '#server/exports/write-csv'
import { writeXlsx } from '#server/exports/write-xlsx'
import { filterTexts } from './filter-texts.server'
import { registerWords } from './words.server'

/** The register of decisions as a file, with the filters of the address, whatever its page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const ending = endingOf(request, ['xlsx', 'csv'])
  const { searchParams } = new URL(request.url)
  const filters = decisionFilters.parse(Object.fromEntries(searchParams))
  const [locale, register, sectors, choices] = await Promise.all([
    readLocale({ request, context }),
    readRegister(context.db, actor, filters),
    listSectors(context.db),
    readRegisterChoices(context.db, actor),
  ])
  const words = registerWords(locale)
  const madeAt = new Date()
  const tables = { decisions: decisionTable(register, words), followUp: followUpTable(register, words) }
  const asked = ending === 'csv' && searchParams.get('table') === 'follow-up' ? 'followUp' : 'decisions'
  const sector = sectors.find(({ id }) => id === filters.sector)
  const occasion = {
    groupName: actor.groupName,
    personName: actor.name,
    madeAt,
    filters: filterTexts(locale, filters, {
      sector: locale === 'nl' ? sector?.nameNl : sector?.nameEn,
      meeting: choices.meetings.find(({ id }) => id === filters.meeting)?.title,
      measure: choices.measures.find(({ id }) => id === filters.measure)?.title,
    }),
  }
  const about = listAbout(register.decisions.length, occasion, { ...words, sheet: words.sheets.decisions })
  const content =
    ending === 'csv' ? writeCsv(tables[asked]) : await writeXlsx([tables.decisions, tables.followUp], about)
  const name = translator(locale, 'registers')('fileName', {
    list: words.sheets[asked],
    group: actor.groupName,
    date: toDay(madeAt),
  })
  return fileResponse(content, { name, ending })
}
