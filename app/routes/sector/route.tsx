import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { ConditionRow } from '#app/components/condition-row'
import { MeasureStatus } from '#app/components/measure-status'
import { PageHeader } from '#app/components/page-header'
import { Section } from '#app/components/section'
import { SectorChip } from '#app/components/sector-chip'
import { StanceChip } from '#app/components/stance-chip'
import { orResponse } from '#app/domain-response.server'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { useFormat } from '#app/i18n/use-format'
import { requireActor } from '#app/session.server'
import { conditionRights } from '#server/positions/position-access.shared'
import { readSector } from '#server/sectors/read-sector'
import './sector.css'

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageTitle(metaLocale(matches) === 'en' ? data.sector.nameEn : data.sector.nameNl) : []

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const sector = await orResponse(readSector(context.db, actor, params.code ?? ''))
  const withRights = (conditions: typeof sector.raised) =>
    conditions.map(condition => ({
      ...condition,
      can: conditionRights(actor, { bodyId: condition.body.id, state: condition.state }),
    }))
  return {
    groupId: actor.groupId,
    sector: { ...sector, raised: withRights(sector.raised), raisedByOthers: withRights(sector.raisedByOthers) },
  }
}

export default function Sector() {
  const { t } = useTranslation(['positions', 'common'])
  const format = useFormat()
  const { sector, groupId } = useLoaderData<typeof loader>()
  useLiveTopic([`group:${groupId}`])
  const owes = sector.toAnswer.length + sector.positionsOwed.reduce((sum, item) => sum + item.measures.length, 0)
  return (
    <>
      <PageHeader
        title={format.locale === 'en' ? sector.nameEn : sector.nameNl}
        subtitle={
          <span className="sector-bodies">
            {sector.bodies.map(({ id, code, name, colour }) => (
              <span key={id}>
                <SectorChip code={code} name={name} colour={colour} /> {name}
              </span>
            ))}
          </span>
        }
      />
      <Part title={t('sector.carries')} count={sector.carries.length}>
        {sector.carries.map(({ measureId, title, status, role, body }) => (
          <li key={`${measureId} ${body.id} ${role}`} className="sector-row">
            <SectorChip {...body} />
            <Link to={`/measures/${measureId}`}>{title}</Link>
            <span className="text-ink-2">{t(`common:responsibilityRoles.${role}`)}</span>
            <MeasureStatus status={status} />
          </li>
        ))}
      </Part>
      <Part title={t('sector.owes')} count={owes}>
        {sector.toAnswer.map(({ measureId, title, role, body }) => (
          <li key={`${measureId} ${body.id} ${role}`} className="sector-row">
            <SectorChip {...body} open />
            <Link to={`/measures/${measureId}#who`}>{title}</Link>
            <span className="text-ink-2">{t('sector.asked', { role: t(`common:responsibilityRoles.${role}`) })}</span>
            <span />
          </li>
        ))}
        {sector.positionsOwed.flatMap(({ roundId, closesAt, body, measures }) =>
          measures.map(measure => (
            <li key={`${roundId} ${body.id} ${measure.id}`} className="sector-row">
              <SectorChip {...body} />
              <Link to={`/position-rounds/${roundId}#measure-${measure.id}`}>{measure.title}</Link>
              <span className="text-ink-2">{t('sector.positionAsked')}</span>
              <span className="text-ink-2">{t('untilDay', { date: format.date(closesAt) })}</span>
            </li>
          )),
        )}
      </Part>
      <Part title={t('sector.said')} count={sector.positions.length}>
        {sector.positions.map(({ roundId, measureId, measureTitle, body, standing, isStale, version, takenAt }) => (
          <li key={`${measureId} ${body.id}`} className="sector-row">
            <SectorChip {...body} />
            <Link to={`/position-rounds/${roundId}#measure-${measureId}`}>{measureTitle}</Link>
            <StanceChip standing={standing} staleOn={isStale ? version.number : undefined} />
            <span className="text-ink-2">{takenAt && format.date(takenAt)}</span>
          </li>
        ))}
      </Part>
      <Part title={t('sector.waits')} count={sector.raised.length}>
        {sector.raised.map(condition => (
          <ConditionRow key={condition.id} condition={condition} withMeasure />
        ))}
      </Part>
      <Part title={t('sector.askedOfIt')} count={sector.raisedByOthers.length}>
        {sector.raisedByOthers.map(condition => (
          <ConditionRow key={condition.id} condition={condition} withMeasure />
        ))}
      </Part>
      <Part title={t('sector.wroteIn')} count={sector.wroteIn.length}>
        {sector.wroteIn.map(({ measureId, title, bodies }) => (
          <li key={measureId} className="sector-row">
            <span>
              {bodies.map(body => (
                <SectorChip key={body.id} {...body} />
              ))}
            </span>
            <Link to={`/measures/${measureId}/versions?view=authors`}>{title}</Link>
            <span />
            <span />
          </li>
        ))}
      </Part>
    </>
  )
}

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  const { t } = useTranslation('positions')
  return (
    <Section title={title} count={count || undefined}>
      {count > 0 ? <ul>{children}</ul> : <p className="mt-3 text-ink-2">{t('sector.nothing')}</p>}
    </Section>
  )
}
