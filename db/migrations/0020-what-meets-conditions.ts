import { type Kysely, sql } from 'kysely'

/** A condition is also met by what a decision changes, or by what somebody undertook to do. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table condition_link
      add column effect_id uuid references effect,
      add column action_item_id uuid references action_item,
      drop constraint condition_link_to_one,
      add constraint condition_link_to_one
        check (num_nonnulls(document_version_id, thread_id, decision_id, effect_id, action_item_id) = 1)`.execute(db)
  for (const to of ['thread', 'decision', 'effect', 'action_item']) {
    const column = sql.ref(`${to}_id`)
    await sql`create index ${sql.ref(`condition_link_${to}`)} on condition_link (${column})
      where ${column} is not null`.execute(db)
  }
}
