import type { Transaction } from 'kysely'
import type { Database } from '../schema/index'
import type { DependencyKind } from '../schema/vocabulary'
import { lookUp } from './codes'
import type { Ids } from './seed-bodies'

interface DemoDependency {
  from: string
  to: string
  kind: DependencyKind
  note: string
}

/** Invented, to show how measures can hang together: no source says so. */
const demoDependencies: DemoDependency[] = [
  { from: 'm12', to: 'm11', kind: 'blocks', note: 'Het loket toont wat het register één keer vraagt.' },
  { from: 'm11', to: 'm13', kind: 'supports', note: 'Gemeenten verwijzen verenigingen naar het loket.' },
  {
    from: 'm18',
    to: 'm02',
    kind: 'needs-regulation',
    note: 'De grens hoort in de wet, niet alleen in een omzendbrief.',
  },
  { from: 'm20', to: 'm19', kind: 'supports', note: 'Cijfers per groep tonen waar de drempels liggen.' },
  { from: 'm09', to: 'm10', kind: 'supports', note: '' },
  { from: 'm16', to: 'm09', kind: 'supports', note: 'Een decreet geeft het steunpunt een vaste basis.' },
  { from: 'm06', to: 'm03', kind: 'overlaps', note: 'De meldingsplicht is een van de drempels.' },
  { from: 'm12', to: 'm07', kind: 'overlaps', note: 'Beide vragen verenigingen om dezelfde gegevens.' },
  { from: 'm05', to: 'm06', kind: 'blocks', note: 'De vraag gaat langs de interbestuurlijke werkgroep.' },
  {
    from: 'm01',
    to: 'm18',
    kind: 'conflicts',
    note: 'Gelijk behandelen en scherp afbakenen trekken elk een andere kant op.',
  },
]

/** What is planned in the demo, `year` being this one: some of it is late. */
const demoMilestones = (year: number) => [
  { measure: 'm11', label: 'Tweede versie met ledenbeheer', plannedFor: `${year + 1}-06` },
  { measure: 'm12', label: 'Koppeling met drie gemeenten getest', plannedFor: `${year - 1}-10` },
  { measure: 'm12', label: 'Alle Vlaamse subsidies vragen gegevens op', plannedFor: `${year + 1}` },
  { measure: 'm18', label: 'Afbakening voorgelegd aan de sociale partners', plannedFor: `${year + 1}-02-15` },
  { measure: 'm19', label: 'Onderzoek naar drempels afgerond', plannedFor: `${year + 1}` },
  { measure: 'm06', label: 'Antwoord van de RVA', plannedFor: `${year + 1}-04` },
]

/** What the demo adds to the plan: milestones to come, and how measures hang together. All of it is marked as demo. */
export async function seedDependencies(
  trx: Transaction<Database>,
  { planId, measureIds, madeBy }: { planId: string; measureIds: Ids; madeBy: string },
): Promise<void> {
  await trx
    .insertInto('milestone')
    .values(
      demoMilestones(new Date().getUTCFullYear()).map(({ measure, ...milestone }) => ({
        ...milestone,
        measureId: lookUp(measureIds, measure),
        madeBy,
        isDemo: true,
      })),
    )
    .execute()
  await trx
    .insertInto('dependency')
    .values(
      demoDependencies.map(({ from, to, kind, note }) => ({
        ...{ planId, kind, note, madeBy },
        fromId: lookUp(measureIds, from),
        toId: lookUp(measureIds, to),
        isDemo: true,
      })),
    )
    .execute()
}
