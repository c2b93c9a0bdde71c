import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { orResponse } from '#app/domain-response.server'
import { MeasureText } from '#app/editor/measure-text'
import { pageTitle } from '#app/i18n/meta'
import { requireActor } from '#app/session.server'
import { readSlippage } from '#server/baselines/read-slippage'
import { mayLinkMeasures } from '#server/dependencies/dependency-access.shared'
import { listDependenciesOf, listLinkable } from '#server/dependencies/dependency-queries'
import { textAccess } from '#server/documents/document-access'
import { mayEditMeasure, mayProposeOwner } from '#server/measures/measure-access.shared'
import { readMeasureOptions } from '#server/measures/measure-options'
import { mayPlanMilestones } from '#server/measures/milestone-access.shared'
import { reportingFor } from '#server/measures/progress-access.shared'
import { readProgress } from '#server/measures/progress-queries'
import { readMeasure } from '#server/measures/read-measure'
import type { ResponsibilityOnMeasure } from '#server/measures/responsibility.shared'
import { responsibilityHistory } from '#server/measures/responsibility-history'
import { actOnMeasure } from './actions.server'
import { AgendaItems } from './agenda-items'
import { Decisions } from './decisions'
import { Dependencies } from './dependencies'
import { MeasureChain } from './measure-chain'
import { MeasureHeader } from './measure-header'
import { Milestones } from './milestones'
import { Origin } from './origin'
import { Owners } from './owners'
import { ownersFor } from './owners-for'
import { ProgressInShort } from './progress-in-short'
import { ProgressSection } from './progress-section'
import { ResponsibilityTimeline } from './responsibility-timeline'
import { SinceBaseline } from './since-baseline'
import { VersionsLink } from './versions-link'
import './measure.css'
import './progress.css'
import './timeline.css'

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageTitle(data.measure.title) : [])

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const measure = await orResponse(readMeasure(context.db, actor, params.id ?? ''))
  const can = {
    edit: mayEditMeasure(actor),
    propose: mayProposeOwner(actor),
    text: textAccess(actor),
    link: mayLinkMeasures(actor),
    milestones: mayPlanMilestones(actor, { leadBodyId: leadOf(measure.responsibilities) }) !== undefined,
  }
  const isLinking = can.link && new URL(request.url).searchParams.get('edit') === 'dependencies'
  const owners = ownersFor(actor, measure.responsibilities)
  const needsOptions = can.edit || can.propose || owners.some(owner => owner.can.transfer || owner.can.changePerson)
  const [options, dependencies, slippage, linkable, progress, history] = await Promise.all([
    needsOptions ? readMeasureOptions(context.db, actor) : null,
    listDependenciesOf(context.db, measure.id),
    readSlippage(context.db, actor, { measureId: measure.id }),
    isLinking ? listLinkable(context.db, actor) : null,
    readProgress(context.db, measure.id),
    responsibilityHistory(context.db, measure.id),
  ])
  const reporting = reportingFor(actor, progress.owners, progress.reports[0])
  const ownCode = actor.mandate.bodyCode
  return { measure, owners, options, dependencies, slippage, linkable, can, progress, reporting, history, ownCode }
}

/** The body that has accepted to lead. */
const leadOf = (responsibilities: ResponsibilityOnMeasure[]) =>
  responsibilities.find(({ role, state }) => role === 'lead' && state === 'accepted')?.bodyId ?? null

export const action = actOnMeasure

/** Who ran into a change of somebody else must see that change. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function MeasurePage() {
  const { t } = useTranslation('measures')
  const { measure, owners, options, dependencies, slippage, linkable, can, ...shown } = useLoaderData<typeof loader>()
  useLiveTopic([`measure:${measure.id}`])
  return (
    <>
      <MeasureHeader measure={measure} options={can.edit ? options : null} />
      <nav className="tabs jump" aria-label={t('measure.onThisPage')}>
        <a href="#text">{t('measure.jumpText')}</a>
        <a href="#who">{t('measure.jumpWho')}</a>
        <a href="#progress">{t('measure.jumpProgress')}</a>
        <a href="#chain">{t('measure.jumpChain')}</a>
        <Link to={`/measures/${measure.id}/versions`}>{t('measure.versionsLink')}</Link>
      </nav>
      <div className="record">
        <div className="record-text" id="text">
          <MeasureText
            key={measure.documentId}
            documentId={measure.documentId}
            html={measure.text.html}
            access={can.text}
            label={t('measure.text')}
            links={<VersionsLink measure={measure} />}
            authorsPage={`/measures/${measure.id}/versions?view=authors`}
          />
        </div>
        <div className="record-side" id="who">
          <Owners key={measure.id} measureId={measure.id} owners={owners} options={options} canPropose={can.propose} />
          <ProgressInShort progress={shown.progress} />
          <Decisions decisions={measure.decisions} />
          <AgendaItems items={measure.agendaItems} />
          <SinceBaseline slippage={slippage} />
          <Milestones measureId={measure.id} milestones={measure.milestones} canPlan={can.milestones} />
          <Dependencies measureId={measure.id} dependencies={dependencies} canLink={can.link} choices={linkable} />
          <Origin measure={measure} />
        </div>
        <div className="record-below">
          <ProgressSection
            measure={measure}
            progress={shown.progress}
            reporting={shown.reporting}
            ownCode={shown.ownCode}
          />
          <ResponsibilityTimeline history={shown.history} />
          <div id="chain">
            <MeasureChain measure={measure} />
          </div>
        </div>
      </div>
    </>
  )
}
