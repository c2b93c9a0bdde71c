import type { LoaderFunctionArgs } from '@remix-run/node'
import { orResponse } from '#app/domain-response.server'
import { requireActor } from '#app/session.server'
import { actionsOfMeasure } from '#server/actions/action-queries'
import type { Actor } from '#server/auth/actor.shared'
import { readSlippage } from '#server/baselines/read-slippage'
import { effectsOnMeasure } from '#server/decisions/effect-queries'
import { mayLinkMeasures } from '#server/dependencies/dependency-access.shared'
import { listDependenciesOf, listLinkable } from '#server/dependencies/dependency-queries'
import { textAccess } from '#server/documents/document-access'
import { readFactChoices } from '#server/measures/fact-choices'
import {
  evidenceMandate,
  mayEditMeasure,
  mayProposeOwner,
  removalMandate,
  reviewMandate,
} from '#server/measures/measure-access.shared'
import type { MeasureDetail } from '#server/measures/measure-detail.shared'
import { readMeasureOptions } from '#server/measures/measure-options'
import { mayPlanMilestones } from '#server/measures/milestone-access.shared'
import { reportingFor } from '#server/measures/progress-access.shared'
import { readProgress } from '#server/measures/progress-queries'
import { readMeasure } from '#server/measures/read-measure'
import { responsibilityHistory } from '#server/measures/responsibility-history'
import { loadPositions } from './load-positions.server'
import { ownersFor } from './owners-for'
import { readDiscussion } from './read-discussion.server'

/** A measure with what this reader can do about it; what the forms offer is fetched once they are asked for. */
export async function loadMeasure({ request, context, params }: LoaderFunctionArgs) {
  const { db } = context
  const actor = await requireActor({ request, context })
  const measure = await orResponse(readMeasure(db, actor, params.id ?? ''))
  const can = rightsOn(actor, measure)
  const search = new URL(request.url).searchParams
  const editing = search.get('edit')
  const owners = ownersFor(actor, measure.responsibilities)
  const needsOptions = can.edit || can.propose || owners.some(owner => owner.can.transfer || owner.can.changePerson)
  const [
    options,
    factChoices,
    dependencies,
    slippage,
    linkable,
    progress,
    history,
    discussion,
    standing,
    effects,
    actions,
  ] = await Promise.all([
    needsOptions ? readMeasureOptions(db, actor) : null,
    can.edit && editing === 'facts' ? readFactChoices(db, actor, measure.id) : null,
    listDependenciesOf(db, measure.id),
    readSlippage(db, actor, { measureId: measure.id }),
    can.link && editing === 'dependencies' ? listLinkable(db, actor) : null,
    readProgress(db, measure.id),
    responsibilityHistory(db, measure.id),
    readDiscussion(context, actor, { measureId: measure.id, documentId: measure.documentId, search }),
    loadPositions(db, actor, measure),
    effectsOnMeasure(db, actor, measure.id),
    actionsOfMeasure(db, actor, measure.id),
  ])
  const evidence = measure.evidence.map(item => ({
    ...item,
    canRemove: removalMandate(actor, { bodyId: item.addedByBodyId }) !== undefined,
  }))
  const reporting = reportingFor(actor, progress.owners, progress.reports[0])
  const forms = { options, factChoices, linkable }
  const ownCode = actor.mandate.bodyCode
  const shown = {
    owners,
    evidence,
    dependencies,
    slippage,
    progress,
    reporting,
    history,
    discussion,
    standing,
    followUp: { effects, actions },
  }
  return { measure, can, ownCode, ...shown, ...forms }
}

function rightsOn(actor: Actor, { responsibilities }: MeasureDetail) {
  const accepted = responsibilities.filter(({ state }) => state === 'accepted')
  const leads = accepted.filter(({ role }) => role === 'lead')
  const carriers = accepted.filter(({ role }) => role === 'lead' || role === 'co-lead')
  return {
    edit: mayEditMeasure(actor),
    propose: mayProposeOwner(actor),
    text: textAccess(actor),
    link: mayLinkMeasures(actor),
    milestones: mayPlanMilestones(actor, { leadBodyId: leads[0]?.bodyId ?? null }) !== undefined,
    review: reviewMandate(actor, leads) !== undefined,
    addEvidence: evidenceMandate(actor, carriers) !== undefined,
  }
}
