import { type Kysely, sql } from 'kysely'

const partialDate = String.raw`^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$`

/** Milestones that can be planned, moved, reached and dropped; baselines: the plan as it stood, which nobody changes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await milestones(db)
  await baselines(db)
}

async function milestones(db: Kysely<unknown>) {
  // What a source told has happened. From here on a milestone may also be planned; when is still a year, a month or a day.
  await sql`alter table milestone rename column date to reached_on`.execute(db)
  await sql`alter table milestone rename constraint milestone_date_check to milestone_reached_on_check`.execute(db)
  await sql`
    alter table milestone
      alter column reached_on drop not null,
      add planned_for text check (planned_for ~ ${sql.lit(partialDate)}),
      add dropped_reason text check (dropped_reason <> ''),
      add made_by uuid references mandate,
      add made_at timestamptz not null default now(),
      add check (planned_for is not null or reached_on is not null),
      add check (reached_on is null or dropped_reason is null)`.execute(db)

  // Every step of a milestone, with its reason where there must be one: it is why the plan slipped.
  await sql`
    create table milestone_step (
      id bigint generated always as identity primary key,
      milestone_id uuid not null references milestone,
      step text not null check (step in ('moved', 'reached', 'not-reached', 'dropped', 'resumed')),
      planned_before text,
      planned_after text,
      reason text,
      mandate_id uuid not null references mandate,
      taken_at timestamptz not null default now(),
      check (step not in ('moved', 'dropped') or reason <> '')
    )`.execute(db)
  await sql`create index milestone_step_of on milestone_step (milestone_id, id)`.execute(db)
  await appendOnly(db, 'milestone_step')
}

async function baselines(db: Kysely<unknown>) {
  await sql`alter table document_version drop constraint document_version_reason_check`.execute(db)
  await sql`
    alter table document_version add constraint document_version_reason_check
      check (reason in ('manual', 'round-opened', 'decision', 'restore', 'baseline'))`.execute(db)

  await sql`
    create table baseline (
      id uuid primary key default gen_random_uuid(),
      plan_id uuid not null references plan,
      number integer not null,
      name text not null check (name <> ''),
      reason text not null check (reason in ('approval', 'revision', 'period', 'report', 'other')),
      dated_on date not null,
      note text not null default '',
      frozen_by uuid not null references mandate,
      frozen_at timestamptz not null default now(),
      unique (plan_id, number)
    )`.execute(db)

  // What a baseline says outlives what it says it about: no references to measures and milestones themselves.
  await sql`
    create table baseline_measure (
      baseline_id uuid not null references baseline,
      measure_id uuid not null,
      number integer,
      title text not null,
      kind text not null,
      level text not null,
      status text not null,
      priority_id uuid not null,
      priority_position integer not null,
      priority_title text not null,
      axis_id uuid,
      axis_name text,
      horizon_from text,
      horizon_to text,
      starts_on text,
      ends_on text,
      lead_body_id uuid references body,
      document_version_id uuid not null references document_version,
      primary key (baseline_id, measure_id)
    )`.execute(db)

  await sql`
    create table baseline_milestone (
      baseline_id uuid not null,
      measure_id uuid not null,
      milestone_id uuid not null,
      label text not null,
      planned_for text,
      reached_on text,
      is_dropped boolean not null,
      primary key (baseline_id, milestone_id),
      foreign key (baseline_id, measure_id) references baseline_measure
    )`.execute(db)
  await sql`create index baseline_milestone_measure on baseline_milestone (baseline_id, measure_id)`.execute(db)
  for (const table of ['baseline', 'baseline_measure', 'baseline_milestone']) await appendOnly(db, table)

  // Nothing is added later either: now() is the moment at which the transaction began, the same for all that it writes.
  await sql`
    create function refuse_late_addition() returns trigger language plpgsql as $$
    begin
      if (select frozen_at from baseline where id = new.baseline_id) is distinct from now() then
        raise exception 'baseline % is frozen', new.baseline_id using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`.execute(db)
  for (const table of ['baseline_measure', 'baseline_milestone']) {
    await sql`
      create trigger frozen before insert on ${sql.table(table)}
      for each row execute function refuse_late_addition()`.execute(db)
  }
}

const appendOnly = (db: Kysely<unknown>, table: string) =>
  sql`
    create trigger append_only before update or delete on ${sql.table(table)}
    for each row execute function refuse_change()`.execute(db)
