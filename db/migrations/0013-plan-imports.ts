import { type Kysely, sql } from 'kysely'

/** Files on their way into a plan: what was read from them waits here between the steps, whichever node takes the next. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // `rows` is emptied once it is carried out; what became of it stays, so that the same file is known again.
  await sql`
    create table plan_import (
      id uuid primary key default gen_random_uuid(),
      group_id uuid not null references consultation_group,
      made_by uuid not null references mandate,
      file_name text not null check (file_name <> ''),
      content_hash text not null,
      header text[] not null,
      rows jsonb not null,
      mapping jsonb not null,
      choices jsonb not null default '{}',
      outcome jsonb,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null default now() + interval '7 days',
      done_at timestamptz
    )`.execute(db)
  await sql`create index plan_import_group on plan_import (group_id, done_at desc)`.execute(db)
  await sql`create index plan_import_expiry on plan_import (expires_at) where done_at is null`.execute(db)
}
