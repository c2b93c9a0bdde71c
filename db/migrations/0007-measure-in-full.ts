import { type Kysely, sql } from 'kysely'

/** What else is known of a measure, what it serves and is part of, what was asked and answered, and what proves it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const partialDate = sql.raw(`'^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$'`)
  // A period is compared as far as both of its ends are known: from 2026-03 until 2026 is one.
  await sql`
    alter table measure
      add column starts_on text constraint measure_starts_on check (starts_on ~ ${partialDate}),
      add column ends_on text constraint measure_ends_on check (ends_on ~ ${partialDate}),
      add column target_groups text[] not null default '{}',
      add column parent_id uuid constraint measure_parent references measure,
      add column asked_body_id uuid constraint measure_asked_body references body,
      add column asked_name text,
      add column asked_on text check (asked_on ~ ${partialDate}),
      add column answer text,
      add column answered_on text check (answered_on ~ ${partialDate}),
      add column request_state text generated always as (
        case
          when kind <> 'request' then null
          when answer <> '' or answered_on is not null then 'answered'
          when asked_on is not null then 'asked'
          else 'to-ask'
        end) stored,
      add column reviewed_on date,
      add column reviewed_by uuid references mandate,
      add column review_due_on date,
      add constraint measure_period check (starts_on is null or ends_on is null or
        left(ends_on, least(length(starts_on), length(ends_on))) >= left(starts_on, least(length(starts_on), length(ends_on)))),
      add constraint measure_review check ((reviewed_on is null) = (reviewed_by is null))`.execute(db)
  await sql`create index measure_parent on measure (parent_id) where parent_id is not null`.execute(db)
  await sql`create index measure_review_due on measure (plan_id, review_due_on) where review_due_on is not null`.execute(
    db,
  )

  // The plan is locked first: of two who would make a circle together, the second sees what the first did.
  await sql`
    create function check_measure_parent() returns trigger language plpgsql as $$
    begin
      perform from plan where id = new.plan_id for no key update;
      if not exists (select from measure where id = new.parent_id and plan_id = new.plan_id) then
        raise exception 'a measure is part of one of its own plan'
          using errcode = 'check_violation', constraint = 'measure_parent_plan';
      end if;
      if exists (
        with recursive above as (
          select new.parent_id as id
          union
          select measure.parent_id from measure join above on above.id = measure.id where measure.parent_id is not null
        )
        select from above where id = new.id
      ) then
        raise exception 'a measure is not part of itself'
          using errcode = 'check_violation', constraint = 'measure_parent_circle';
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger check_parent before insert or update of parent_id on measure
    for each row when (new.parent_id is not null) execute function check_measure_parent()`.execute(db)

  // The priorities that it serves beside the main one, which is measure.priority_id.
  await sql`
    create table measure_other_priority (
      measure_id uuid not null references measure,
      priority_id uuid not null references priority,
      primary key (measure_id, priority_id)
    )`.execute(db)
  await sql`create index measure_other_priority_priority on measure_other_priority (priority_id)`.execute(db)

  await sql`
    create table basic_function (
      id text primary key,
      position integer not null,
      name_nl text not null,
      name_en text not null,
      label text not null,
      definition text not null,
      source text,
      certainty text check (certainty in ('seen', 'inferred'))
    )`.execute(db)
  await sql`
    create table measure_basic_function (
      measure_id uuid not null references measure,
      basic_function_id text not null references basic_function,
      primary key (measure_id, basic_function_id)
    )`.execute(db)
  await sql`create index measure_basic_function_function on measure_basic_function (basic_function_id)`.execute(db)

  // What was taken away stays as a row without its content: who looks back sees that it was there.
  await sql`
    create table evidence (
      id uuid primary key default gen_random_uuid(),
      measure_id uuid not null references measure,
      kind text not null check (kind in ('link', 'file')),
      name text not null check (name <> ''),
      description text not null default '',
      url text,
      file_name text,
      media_type text,
      size integer,
      added_by uuid not null references mandate,
      added_at timestamptz not null default now(),
      removed_by uuid references mandate,
      removed_at timestamptz,
      check (kind <> 'link' or url <> ''),
      check (kind <> 'file' or (file_name <> '' and media_type <> '' and size > 0)),
      check ((removed_by is null) = (removed_at is null))
    )`.execute(db)
  await sql`create index evidence_measure on evidence (measure_id, added_at)`.execute(db)
  await sql`
    create table evidence_file (
      evidence_id uuid primary key references evidence,
      content bytea not null
    )`.execute(db)
  // Most files are compressed already.
  await sql`alter table evidence_file alter column content set storage external`.execute(db)

  // What a page shows of the trail is found by the page's topic, and by when it happened.
  await sql`create index activity_topics on activity using gin (topics)`.execute(db)
  await sql`create index activity_group_at on activity (group_id, at)`.execute(db)
}
