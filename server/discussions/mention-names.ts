import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { today } from '../auth/read-actor'
import type { Mention } from './discussion.shared'

/** Who can be called by name: the people of the group, their bodies and sectors. */
export type Nameable = Omit<Mention, 'label'> & { id: string; nameEn: string }

/**
 * @returns whom one can call by name in the actor's group: who has a mandate there today, and the bodies and sectors that
 *   they act for; a body by its code
 */
export async function listNameable(db: Kysely<Database>, actor: Pick<Actor, 'groupId'>): Promise<Nameable[]> {
  const { rows } = await sql<Nameable>`
    with acting as (
      select mandate.person_id, body.id as body_id, body.code, body.name as body_name, sector.id as sector_id,
        sector.name_nl, sector.name_en, sector.colour
      from mandate
      join body on body.id = mandate.body_id
      join sector on sector.id = body.sector_id
      where mandate.group_id = ${actor.groupId} and mandate.starts_on <= ${today}
        and (mandate.ends_on is null or mandate.ends_on >= ${today})
    )
    select distinct on (kind, id) * from (
      select 'person' as kind, person.id::text as id, person.name, person.name as name_en, code as body_code, colour
      from acting join person on person.id = acting.person_id
      union all
      select 'body', body_id::text, body_name, body_name, code, colour from acting
      union all
      select 'sector', sector_id, name_nl, name_en, null, colour from acting
    ) as nameable
    order by kind, id`.execute(db)
  return rows
}

/** @returns of the names those that the group knows; what is no name is left out */
export async function whoIsCalled(db: Kysely<Database>, actor: Pick<Actor, 'groupId'>, names: string[]) {
  if (names.length === 0) return []
  const known = await listNameable(db, actor)
  return names.flatMap(label => {
    const one = known.find(nameable => answersTo(nameable, label))
    if (!one) return []
    const { kind, id } = one
    return [
      {
        label,
        personId: kind === 'person' ? id : null,
        bodyId: kind === 'body' ? id : null,
        sectorId: kind === 'sector' ? id : null,
      },
    ]
  })
}

function answersTo({ kind, name, nameEn, bodyCode }: Nameable, label: string): boolean {
  const names = kind === 'body' ? [bodyCode, name] : [name, nameEn]
  return names.some(one => one?.toLowerCase() === label.toLowerCase())
}
