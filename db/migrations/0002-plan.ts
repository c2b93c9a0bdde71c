import { type Kysely, sql } from 'kysely'

/** The plan with its axes, priorities and measures; who is responsible for what. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table document (
      id uuid primary key default gen_random_uuid(),
      group_id uuid not null references consultation_group,
      subject_type text not null check (subject_type in ('measure', 'agenda-item')),
      subject_id uuid not null,
      seq bigint not null default 0,
      created_at timestamptz not null default now(),
      unique (subject_type, subject_id)
    )`.execute(db)

  await sql`
    create table plan (
      id uuid primary key default gen_random_uuid(),
      group_id uuid not null references consultation_group,
      title text not null,
      proposed_on date,
      approved_on date,
      note text,
      source text,
      certainty text check (certainty in ('seen', 'inferred'))
    )`.execute(db)
  await sql`create index plan_group on plan (group_id)`.execute(db)

  await sql`
    create table axis (
      id uuid primary key default gen_random_uuid(),
      plan_id uuid not null references plan,
      position integer not null,
      name text not null
    )`.execute(db)
  await sql`create index axis_plan on axis (plan_id)`.execute(db)

  await sql`
    create table priority (
      id uuid primary key default gen_random_uuid(),
      plan_id uuid not null references plan,
      position integer not null,
      title text not null,
      description text not null default '',
      source text,
      certainty text check (certainty in ('seen', 'inferred'))
    )`.execute(db)
  await sql`create index priority_plan on priority (plan_id)`.execute(db)

  // Horizons are a contiguous range of short, medium and long term; empty means: not known.
  await sql`
    create table measure (
      id uuid primary key default gen_random_uuid(),
      plan_id uuid not null references plan,
      priority_id uuid not null references priority,
      axis_id uuid references axis,
      number integer,
      position integer not null default 0,
      title text not null check (title <> ''),
      summary text not null default '',
      kind text not null default 'measure' check (kind in ('measure', 'instrument', 'request')),
      level text not null check (level in ('federal', 'flemish', 'provincial', 'local')),
      horizon_from text check (horizon_from in ('short', 'medium', 'long')),
      horizon_to text check (horizon_to in ('short', 'medium', 'long')),
      status text not null default 'unknown'
        check (status in ('unknown', 'preparation', 'running', 'partly-done', 'done', 'continuous', 'stopped')),
      origin text,
      source text,
      certainty text check (certainty in ('seen', 'inferred')),
      field_certainty jsonb not null default '{}',
      is_demo boolean not null default false,
      document_id uuid not null unique references document,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      check ((horizon_from is null) = (horizon_to is null)),
      unique (plan_id, number)
    )`.execute(db)
  await sql`create index measure_priority on measure (priority_id, position)`.execute(db)

  // What happened, as sources say; when is a year, a month or a day, with the precision of the source.
  await sql`
    create table milestone (
      id uuid primary key default gen_random_uuid(),
      measure_id uuid not null references measure,
      date text not null check (date ~ '^\\d{4}(-\\d{2}(-\\d{2})?)?$'),
      label text not null,
      source text,
      certainty text check (certainty in ('seen', 'inferred')),
      is_demo boolean not null default false
    )`.execute(db)
  await sql`create index milestone_measure on milestone (measure_id, date)`.execute(db)

  await sql`
    create table responsibility (
      id uuid primary key default gen_random_uuid(),
      measure_id uuid not null references measure,
      body_id uuid not null references body,
      person_id uuid references person,
      role text not null check (role in ('lead', 'co-lead', 'must-agree', 'consulted', 'informed')),
      state text not null default 'proposed' check (state in ('proposed', 'accepted', 'handed-back', 'ended')),
      source text,
      certainty text check (certainty in ('seen', 'inferred')),
      is_demo boolean not null default false,
      proposed_by uuid references mandate,
      proposed_at timestamptz not null default now()
    )`.execute(db)
  await sql`create index responsibility_body on responsibility (body_id, state)`.execute(db)
  await sql`create index responsibility_measure on responsibility (measure_id)`.execute(db)
  await sql`create unique index responsibility_one_lead on responsibility (measure_id)
    where role = 'lead' and state = 'accepted'`.execute(db)
  await sql`create unique index responsibility_once on responsibility (measure_id, body_id, role)
    where state in ('proposed', 'accepted')`.execute(db)

  // Why a responsibility is in the state it is in: the answers of the body, never overwritten.
  await sql`
    create table responsibility_answer (
      id uuid primary key default gen_random_uuid(),
      responsibility_id uuid not null references responsibility,
      answer text not null check (answer in ('accepted', 'handed-back', 'ended')),
      reason text,
      mandate_id uuid not null references mandate,
      answered_at timestamptz not null default now(),
      check (answer <> 'handed-back' or reason <> '')
    )`.execute(db)
  await sql`create index responsibility_answer_of on responsibility_answer (responsibility_id, answered_at)`.execute(db)
}
