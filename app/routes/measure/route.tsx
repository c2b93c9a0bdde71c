import type { MetaFunction } from '@remix-run/node'
import { Link, type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { DiscussedText } from '#app/discussions/discussed-text'
import { MeasureText } from '#app/editor/measure-text'
import { pageTitle } from '#app/i18n/meta'
import { About } from './about'
import { actOnMeasure } from './actions.server'
import { AgendaItems } from './agenda-items'
import { AskedAndAnswered } from './asked-and-answered'
import { Conditions } from './conditions'
import { Decisions } from './decisions'
import { Dependencies } from './dependencies'
import { Evidence } from './evidence'
import { FollowUp } from './follow-up'
import { loadMeasure } from './load-measure.server'
import { MeasureChain } from './measure-chain'
import { MeasureHeader } from './measure-header'
import { Milestones } from './milestones'
import { Origin } from './origin'
import { Owners } from './owners'
import { Positions } from './positions'
import { ProgressInShort } from './progress-in-short'
import { ProgressSection } from './progress-section'
import { ResponsibilityTimeline } from './responsibility-timeline'
import { Review } from './review'
import { RoundNotice } from './round-notice'
import { SinceBaseline } from './since-baseline'
import { SubMeasures } from './sub-measures'
import { VersionsLink } from './versions-link'
import './measure.css'
import './facts.css'
import './progress.css'
import './timeline.css'

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageTitle(data.measure.title) : [])

export const loader = loadMeasure
export const action = actOnMeasure

/** Who ran into a change of somebody else must see that change. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function MeasurePage() {
  const { t } = useTranslation(['measures', 'history', 'discussions', 'positions'])
  const { measure, followUp, owners, evidence, options, factChoices, dependencies, slippage, linkable, can, ...shown } =
    useLoaderData<typeof loader>()
  useLiveTopic([`measure:${measure.id}`])
  return (
    <>
      <MeasureHeader measure={measure} options={can.edit ? options : null} />
      <nav className="tabs jump" aria-label={t('measure.onThisPage')}>
        <a href="#text">{t('measure.jumpText')}</a>
        <a href="#discussion">{t('discussions:jump')}</a>
        <a href="#who">{t('measure.jumpWho')}</a>
        <a href="#positions">{t('positions:title')}</a>
        <a href="#progress">{t('measure.jumpProgress')}</a>
        <a href="#chain">{t('measure.jumpChain')}</a>
        <Link to={`/measures/${measure.id}/versions`}>{t('measure.versionsLink')}</Link>
        <Link to={`/measures/${measure.id}/history`}>{t('history:link')}</Link>
      </nav>
      <div className="record">
        <div className="record-text" id="text">
          <RoundNotice measureId={measure.id} standing={shown.standing} />
          <DiscussedText key={measure.documentId} measureId={measure.id} discussion={shown.discussion}>
            <MeasureText
              documentId={measure.documentId}
              html={measure.text.html}
              access={can.text}
              label={t('measure.text')}
              links={<VersionsLink measure={measure} />}
              authorsPage={`/measures/${measure.id}/versions?view=authors`}
            />
          </DiscussedText>
        </div>
        <div className="record-side" id="who">
          <Owners key={measure.id} measureId={measure.id} owners={owners} options={options} canPropose={can.propose} />
          <Positions measureId={measure.id} standing={shown.standing} />
          <Conditions standing={shown.standing} followUp={followUp} />
          <ProgressInShort progress={shown.progress} />
          <AskedAndAnswered measure={measure} options={can.edit ? options : null} />
          <About measure={measure} options={can.edit ? options : null} choices={factChoices} />
          <Review measure={measure} canReview={can.review} />
          <Decisions decisions={measure.decisions} />
          <FollowUp {...followUp} />
          <Evidence measureId={measure.id} evidence={evidence} canAdd={can.addEvidence} />
          <AgendaItems measureId={measure.id} items={measure.agendaItems} />
          <SinceBaseline slippage={slippage} />
          <Milestones measureId={measure.id} milestones={measure.milestones} canPlan={can.milestones} />
          <Dependencies measureId={measure.id} dependencies={dependencies} canLink={can.link} choices={linkable} />
          <Origin measure={measure} />
        </div>
        <div className="record-below">
          <SubMeasures measures={measure.subMeasures} />
          <ProgressSection
            measure={measure}
            progress={shown.progress}
            reporting={shown.reporting}
            ownCode={shown.ownCode}
          />
          <ResponsibilityTimeline measureId={measure.id} history={shown.history} />
          <div id="chain">
            <MeasureChain measure={measure} standing={shown.standing} />
          </div>
        </div>
      </div>
    </>
  )
}
