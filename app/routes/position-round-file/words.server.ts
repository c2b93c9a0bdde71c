import { formatDate, formatTime } from '#app/i18n/format'
import type { Locale } from '#app/i18n/locale'
import { resources } from '#app/i18n/resources'
import { translator } from '#app/i18n/translator'
import type { PositionRoundWords } from '#server/exports/position-round-words.shared'

/** What a round of positions says as a file, in the reader's language. */
export function positionRoundWords(locale: Locale): PositionRoundWords {
  const { exchange, positions } = resources[locale]
  const { round, form, conditions } = positions
  const t = translator(locale, ['positions', 'exchange'])
  const date = (day: Date | string) => formatDate(day, locale)
  return {
    language: exchange.language,
    title: positions.title,
    contents: exchange.document.contents,
    page: (number, of) => t('exchange:document.page', { number, of }),
    standings: positions.standings,
    stale: positions.stale,
    states: conditions.states,
    silence: round.silence,
    facts: {
      question: round.question,
      opened: round.askedOn,
      closes: form.date,
      closed: round.closedOn,
      silence: form.silence,
      answered: round.answered,
      made: exchange.about.madeOn,
    },
    summary: (answered, count) => t('answeredOf', { answered, count }),
    headings: {
      overview: round.bySector,
      positions: round.stances,
      conditions: conditions.title,
      text: version => t('round.text', { version }),
      textNow: round.today,
    },
    columns: {
      measure: round.measure,
      sector: round.sector,
      asked: round.asked,
      answered: round.answered,
      code: round.code,
      body: round.body,
      standing: round.stance,
      atClose: round.whenClosed,
      version: round.version,
      holds: round.holds,
      reason: positions.mine.reason,
      conditions: conditions.title,
      until: positions.mine.until,
      when: round.when,
      by: round.by,
      state: round.state,
    },
    yes: exchange.yes,
    no: round.no,
    moved: positions.staleWhy,
    noText: exchange.document.noText,
    demo: exchange.about.demoMeans,
    taskDone: exchange.document.taskDone,
    taskOpen: exchange.document.taskOpen,
    table: round.table,
    date,
    moment: moment => `${date(moment)} ${formatTime(moment, locale)}`,
    sector: sector => (locale === 'en' ? sector.nameEn : sector.nameNl),
  }
}
