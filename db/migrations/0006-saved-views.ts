import { type Kysely, sql } from 'kysely'

/** Ways to look at the plan that somebody gave a name: a page and what its address asks. And words to find measures by. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table saved_view (
      id uuid primary key default gen_random_uuid(),
      group_id uuid not null references consultation_group,
      owner_id uuid not null references person,
      name text not null check (name <> ''),
      is_shared boolean not null default false,
      path text not null check (path like '/measures%'),
      query text not null,
      position integer not null,
      created_at timestamptz not null default now()
    )`.execute(db)
  await sql`create index saved_view_group on saved_view (group_id, position)`.execute(db)
  // Taking a thousand titles apart at every search took most of its time.
  await sql`
    alter table measure add column search tsvector
      generated always as (to_tsvector('dutch', title || ' ' || summary)) stored`.execute(db)
}
