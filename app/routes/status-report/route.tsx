import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { LinkButton } from '#app/components/button'
import { PageHeader } from '#app/components/page-header'
import { Percentage } from '#app/components/percentage'
import { DemoMark } from '#app/components/provenance'
import { Section } from '#app/components/section'
import { orResponse } from '#app/domain-response.server'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { translator } from '#app/i18n/translator'
import { useFormat } from '#app/i18n/use-format'
import { requireActor } from '#app/session.server'
import { readStatusReport } from '#server/rounds/read-status-report'
import { ChangesTable } from './changes-table'
import { ConfidencePicture } from './confidence-picture'
import { NeedsSupport } from './needs-support'
import { PrintButton } from './print-button'
import { ReportFiles } from './report-files'
import { ReportedMeasures } from './reported-measures'
import { Slipped } from './slipped'
import { SummaryTable } from './summary-table'
import { Unanswered } from './unanswered'
import './report.css'

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageTitle(translator(metaLocale(matches), 'rounds')('report.title', { round: data.report.title })) : []

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  return { report: await orResponse(readStatusReport(context.db, actor, params.id ?? '')) }
}

/** What a round brought, to read, to print and to bring along. */
export default function StatusReportPage() {
  const { t } = useTranslation('rounds')
  const format = useFormat()
  const { report } = useLoaderData<typeof loader>()
  useLiveTopic(report.closedAt ? ['update-rounds'] : ['update-rounds', 'measures'])
  const { previous } = report
  return (
    <div className="status-report">
      <PageHeader
        crumbs={[
          { label: t('title'), to: '/update-rounds' },
          { label: report.title, to: `/update-rounds/${report.id}` },
        ]}
        title={
          <>
            {t('report.title', { round: report.title })} <DemoMark isDemo={report.isDemo} />
          </>
        }
        subtitle={
          <>
            {report.groupName} · {report.planTitle} ·{' '}
            {report.closedAt
              ? t('report.final', { date: format.date(report.closedAt) })
              : t('report.interim', { date: format.date(format.today) })}
          </>
        }
        actions={
          <>
            <ReportFiles roundId={report.id} />
            <PrintButton />
            <LinkButton to={`/update-rounds/${report.id}`}>{t('report.back')}</LinkButton>
          </>
        }
      />
      {report.conclusion && (
        <Section title={t('report.conclusion')}>
          <p className="report-conclusion" lang="nl">
            {report.conclusion}
          </p>
        </Section>
      )}
      <Section title={t('report.summary')}>
        <p className="round-answered mt-3">
          <Percentage percentage={Math.round((100 * report.answeredCount) / report.measureCount)} />
          {t('answeredOf', { answered: report.answeredCount, count: report.measureCount })}
        </p>
        <ConfidencePicture report={report} />
        <SummaryTable report={report} />
      </Section>
      <Section title={t('report.needsSupport')} count={report.needsSupport.length || undefined}>
        <NeedsSupport measures={report.needsSupport} />
      </Section>
      <Section
        title={
          previous
            ? t('report.changes', { round: previous.title, date: format.date(previous.closedAt) })
            : t('report.changesNone')
        }
        count={report.changes.length || undefined}
      >
        {previous ? <ChangesTable changes={report.changes} /> : <p className="mt-3">{t('report.noPrevious')}</p>}
      </Section>
      {report.slippage && (
        <Section
          title={t('report.slippage', {
            baseline: report.slippage.baseline.name,
            date: format.date(report.slippage.baseline.datedOn),
          })}
          count={report.slippage.measures.length || undefined}
        >
          <Slipped slippage={report.slippage} />
        </Section>
      )}
      <Section title={t('report.unanswered')} count={report.unanswered.length || undefined}>
        <Unanswered report={report} />
      </Section>
      <Section title={t('report.all')} count={report.measureCount}>
        <ReportedMeasures priorities={report.priorities} />
      </Section>
    </div>
  )
}
