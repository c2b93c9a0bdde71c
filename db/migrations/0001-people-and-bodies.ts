import { type Kysely, sql } from 'kysely'

/** Sectors, bodies, groups; people, their mandates and their sessions. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table sector (
      id text primary key,
      position integer not null,
      colour smallint not null check (colour between 1 and 12),
      name_nl text not null,
      name_en text not null
    )`.execute(db)

  await sql`
    create table body (
      id uuid primary key default gen_random_uuid(),
      code text not null unique,
      name text not null,
      sector_id text not null references sector,
      level text not null check (level in ('federal', 'flemish', 'provincial', 'local')),
      kind text not null,
      part_in_consultation text,
      former_names text[] not null default '{}',
      note text,
      source text,
      certainty text check (certainty in ('seen', 'inferred')),
      is_demo boolean not null default false
    )`.execute(db)
  await sql`create index body_sector on body (sector_id)`.execute(db)

  await sql`
    create table consultation_group (
      id uuid primary key default gen_random_uuid(),
      name text not null,
      kind text not null check (kind in ('horizontal', 'vertical', 'working-group')),
      coordinating_body_id uuid references body,
      founded_year integer,
      note text,
      source text
    )`.execute(db)

  await sql`
    create table person (
      id uuid primary key default gen_random_uuid(),
      email text not null,
      name text not null,
      password_hash text,
      locale text check (locale in ('nl', 'en')),
      theme text check (theme in ('light', 'dark')),
      is_demo boolean not null default false,
      created_at timestamptz not null default now(),
      disabled_at timestamptz
    )`.execute(db)
  await sql`create unique index person_email on person (lower(email))`.execute(db)

  await sql`
    create table mandate (
      id uuid primary key default gen_random_uuid(),
      person_id uuid not null references person,
      body_id uuid not null references body,
      group_id uuid not null references consultation_group,
      role text not null check (role in ('coordinator', 'editor', 'representative', 'observer')),
      starts_on date not null default current_date,
      ends_on date,
      check (ends_on is null or ends_on >= starts_on)
    )`.execute(db)
  await sql`create index mandate_person on mandate (person_id)`.execute(db)
  await sql`create index mandate_group on mandate (group_id, body_id)`.execute(db)

  // The id is the SHA-256 of what the cookie carries: a leaked backup opens no session.
  await sql`
    create table session (
      id text primary key,
      user_id uuid not null references person on delete cascade,
      expires_at timestamptz not null,
      created_at timestamptz not null default now()
    )`.execute(db)
  await sql`create index session_of_user on session (user_id)`.execute(db)
  await sql`create index session_expiry on session (expires_at)`.execute(db)

  await sql`
    create table sign_in_attempt (
      id bigint generated always as identity primary key,
      key text not null,
      attempted_at timestamptz not null default now()
    )`.execute(db)
  await sql`create index sign_in_attempt_key on sign_in_attempt (key, attempted_at)`.execute(db)

  await sql`
    create table setup_link (
      token_hash text primary key,
      expires_at timestamptz not null,
      used_at timestamptz
    )`.execute(db)
}
