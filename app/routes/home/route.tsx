import './home.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { actionRights } from '#app/action-rights'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { PageHeader } from '#app/components/page-header'
import { SectorChip } from '#app/components/sector-chip'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { translator } from '#app/i18n/translator'
import { useFormat } from '#app/i18n/use-format'
import { requireActor } from '#app/session.server'
import { actionsToDo } from '#server/actions/action-queries'
import { recentActivity } from '#server/activity/activity-queries'
import type { ActorMandate } from '#server/auth/actor.shared'
import { mayApplyEffect, mayDropEffect } from '#server/decisions/decision-access.shared'
import { effectsToApply } from '#server/decisions/effect-queries'
import { hitsToOwners } from '#server/dependencies/hits-to-owners'
import { mentionsOfMe } from '#server/discussions/mentions-of-me'
import { measuresToReview } from '#server/measures/measures-to-review'
import {
  bodiesSpokenFor,
  responsibilitiesToAnswer,
  responsibilitiesWithoutPerson,
} from '#server/measures/responsibility-queries'
import { nextMeeting } from '#server/meetings/meeting-list'
import { openConditions } from '#server/positions/condition-queries'
import { positionsOwed, stalePositions } from '#server/positions/position-queries'
import { listRounds } from '#server/rounds/round-list'
import { updatesAsked } from '#server/rounds/updates-asked'
import { ActionsToDo } from './actions-to-do'
import { ActivityFeed } from './activity-feed'
import { EffectsToApply } from './effects-to-apply'
import { HitsOnMine } from './hits-on-mine'
import { readLastVisit } from './last-visit.server'
import { MeasuresToReview } from './measures-to-review'
import { Mentions } from './mentions'
import { NextMeetingPanel } from './next-meeting-panel'
import { OnlinePanel } from './online-panel'
import { OpenConditions } from './open-conditions'
import { PositionsOwedSection } from './positions-owed'
import { ResponsibilitiesToAnswer } from './responsibilities-to-answer'
import { RoundsPanel } from './rounds-panel'
import { StalePositions } from './stale-positions'
import { UpdatesAskedSection } from './updates-asked'
import { WithoutPerson } from './without-person'

const FEED_LINES = 20
const HIT_LINES = 10
const MENTIONS = 10
const WORK_LINES = 8

export const meta: MetaFunction = ({ matches }) => pageTitle(translator(metaLocale(matches), 'home')('title'))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const [toAnswer, mentions, updates, withoutPerson, rounds, hits, toReview, activity, meeting, online, visit] =
    await Promise.all([
      responsibilitiesToAnswer(context.db, actor),
      mentionsOfMe(context.db, actor, { limit: MENTIONS }),
      updatesAsked(context.db, actor),
      responsibilitiesWithoutPerson(context.db, actor),
      listRounds(context.db, actor),
      hitsToOwners(context.db, actor, { limit: HIT_LINES }),
      measuresToReview(context.db, actor),
      recentActivity(context.db, actor, { limit: FEED_LINES }),
      nextMeeting(context.db, actor),
      context.online(actor.groupId),
      readLastVisit(request, actor.personId),
    ])
  const bodyIds = bodiesSpokenFor(actor)
  const [owed, stale, conditions, conditionsLed, actions, effects] = await Promise.all([
    positionsOwed(context.db, actor),
    stalePositions(context.db, actor),
    openConditions(context.db, actor, { bodyIds }),
    openConditions(context.db, actor, { ledBy: bodyIds }),
    actionsToDo(context.db, actor),
    mayApplyEffect(actor) ? effectsToApply(context.db, actor) : [],
  ])
  const { personId, groupId, mandate } = actor
  return data(
    {
      personId,
      groupId,
      mandate,
      toAnswer,
      mentions,
      updates,
      owed,
      stale,
      conditions,
      conditionsLed: conditionsLed.filter(condition => !bodyIds.includes(condition.body.id)),
      withoutPerson,
      openRounds: rounds.filter(round => !round.closedAt),
      hits,
      toReview,
      activity,
      meeting,
      online,
      since: visit.since,
      actions: actions.slice(0, WORK_LINES),
      actionCount: actions.length,
      actionRights: actionRights(actor, actions.slice(0, WORK_LINES)),
      effects: effects.slice(0, WORK_LINES),
      effectCount: effects.length,
      canDrop: mayDropEffect(actor),
    },
    { headers: { 'Set-Cookie': visit.cookie } },
  )
}

export default function Home() {
  const { t } = useTranslation(['home', 'positions'])
  const { personId, groupId, mandate, activity, meeting, online, since, ...work } = useLoaderData<typeof loader>()
  useLiveTopic([`group:${groupId}`])
  return (
    <>
      <PageHeader title={t('title')} subtitle={<ActingAs mandate={mandate} />} />
      <div className="home">
        <div>
          <ResponsibilitiesToAnswer items={work.toAnswer} personId={personId} />
          <Mentions mentions={work.mentions} />
          <PositionsOwedSection items={work.owed} />
          <StalePositions items={work.stale} />
          <OpenConditions title={t('positions:home.conditions')} items={work.conditions} />
          <OpenConditions title={t('positions:home.conditionsLed')} items={work.conditionsLed} />
          <UpdatesAskedSection items={work.updates} />
          <ActionsToDo actions={work.actions} count={work.actionCount} rights={work.actionRights} />
          <EffectsToApply effects={work.effects} count={work.effectCount} canDrop={work.canDrop} />
          <WithoutPerson items={work.withoutPerson} />
          <HitsOnMine hits={work.hits} />
          <MeasuresToReview measures={work.toReview} />
          <ActivityFeed lines={activity} since={since} personId={personId} />
        </div>
        <aside aria-label={t('overview')}>
          <NextMeetingPanel meeting={meeting} />
          <RoundsPanel rounds={work.openRounds} />
          <OnlinePanel groupId={groupId} initial={online} personId={personId} />
        </aside>
      </div>
    </>
  )
}

/** Under which mandate I act here, and how long. */
function ActingAs({ mandate }: { mandate: ActorMandate }) {
  const { t } = useTranslation(['home', 'common'])
  const format = useFormat()
  const { bodyCode, bodyName, colour, role, endsOn } = mandate
  return (
    <>
      {t('actingFor')}{' '}
      <span className="mx-0.5">
        <Link to={`/sectors/${mandate.sectorId}`} className="quiet">
          <SectorChip code={bodyCode} name={bodyName} colour={colour} />
        </Link>
      </span>{' '}
      {bodyName} {t('actingAs', { role: t(`common:roles.${role}`) })}
      {endsOn ? t('actingUntil', { date: format.date(endsOn) }) : '.'}
    </>
  )
}
