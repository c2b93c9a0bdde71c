import { slipWords } from '#app/components/slip-words'
import { formatDate, toDay } from '#app/i18n/format'
import type { Locale } from '#app/i18n/locale'
import { resources } from '#app/i18n/resources'
import { translator } from '#app/i18n/translator'
import type { StatusReportWords } from '#server/exports/status-report-words.shared'

/** What the report of a round says as a file, in the reader's language. */
export function statusReportWords(locale: Locale): StatusReportWords {
  const { exchange, common, progress, rounds, baselines } = resources[locale]
  const { report, round } = rounds
  const t = translator(locale, ['rounds', 'exchange'])
  const date = (day: Date | string) => formatDate(day, locale)
  return {
    language: exchange.language,
    title: round => t('report.title', { round }),
    page: (number, of) => t('exchange:document.page', { number, of }),
    contents: exchange.document.contents,
    statuses: common.measureStatuses,
    confidences: progress.confidences,
    facts: {
      plan: rounds.plan,
      state: report.state,
      asked: round.asked,
      dueOn: rounds.form.dueOn,
      answered: report.answered,
    },
    state: closedAt =>
      closedAt ? t('report.final', { date: date(closedAt) }) : t('report.interim', { date: date(toDay(new Date())) }),
    answeredOf: (answered, count) => t('answeredOf', { answered, count }),
    headings: {
      conclusion: report.conclusion,
      summary: report.summary,
      confidence: report.byConfidence,
      needsSupport: report.needsSupport,
      unanswered: report.unanswered,
      withoutOwner: report.withoutOwner,
      all: report.all,
    },
    changes: (round, date) => t('report.changes', { round, date }),
    slippage: (baseline, date) => t('report.slippage', { baseline, date }),
    none: {
      needsSupport: report.nothingNeedsSupport,
      changes: report.noChanges,
      slippage: report.nothingSlipped,
      unanswered: report.allAnswered,
      reported: round.none,
    },
    averageRule: report.averageRule,
    columns: {
      priority: report.priority,
      measures: report.measures,
      answered: report.answered,
      average: report.average,
      notReported: report.notReported,
      total: report.total,
      number: exchange.columns.measureNumber,
      measure: round.measure,
      owners: round.owners,
      status: round.status,
      percentage: exchange.columns.percentage,
      confidence: round.confidence,
      achieved: progress.achieved,
      hindrance: progress.hindrance,
      upcoming: progress.upcoming,
      by: exchange.columns.reportedBy,
      before: report.before,
      now: report.now,
      slipped: baselines.columns.what,
      was: baselines.columns.was,
      shift: baselines.columns.shift,
      body: round.body,
      owes: round.owes,
      reminded: round.reminded,
      answer: round.answered,
    },
    percentage: percentage => t('exchange:document.percentage', { percentage }),
    yes: exchange.yes,
    demo: exchange.about.demo,
    sheets: {
      about: exchange.sheets.about,
      measures: exchange.sheets.measures,
      bodies: report.unanswered,
      slippage: exchange.sheets.slippage,
    },
    slip: slipWords(translator(locale, ['baselines', 'measures', 'common']), locale),
    date,
  }
}
