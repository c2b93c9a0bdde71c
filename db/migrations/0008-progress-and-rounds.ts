import { type Kysely, sql } from 'kysely'

/** Handing a responsibility on; progress reports; rounds in which owners are asked for one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await transfers(db)
  await reports(db)
  await rounds(db)
}

async function transfers(db: Kysely<unknown>): Promise<void> {
  // A transfer is a proposal that names what it follows: the same role in the same measure, of another body.
  await sql`
    alter table responsibility
      add column follows_id uuid check (follows_id <> id),
      add constraint responsibility_part unique (measure_id, role, id),
      add constraint responsibility_follows_same_part
        foreign key (measure_id, role, follows_id) references responsibility (measure_id, role, id)`.execute(db)
  await sql`create unique index responsibility_one_successor on responsibility (follows_id)
    where state in ('proposed', 'accepted')`.execute(db)

  // At the end of the transaction that accepts a transfer, the one before it has ended: never two, and never nobody between.
  await sql`
    create function check_transfer() returns trigger language plpgsql as $$
    declare
      before responsibility;
    begin
      if new.follows_id is null then return null; end if;
      select * into before from responsibility where id = new.follows_id;
      if before.body_id = new.body_id then
        raise exception 'a transfer goes to another body'
          using errcode = 'check_violation', constraint = 'responsibility_transfer_to_another';
      end if;
      if new.state = 'accepted' and before.state = 'accepted' then
        raise exception 'what this transfer follows has not ended'
          using errcode = 'check_violation', constraint = 'responsibility_transfer_ends';
      end if;
      return null;
    end $$`.execute(db)
  await sql`
    create constraint trigger check_transfer after insert or update of state, body_id, follows_id on responsibility
    deferrable initially deferred for each row execute function check_transfer()`.execute(db)

  // Who does it for the body, and who did before: the responsibility itself holds only the last.
  await sql`
    create table responsibility_person (
      id uuid primary key default gen_random_uuid(),
      responsibility_id uuid not null references responsibility,
      from_person_id uuid references person,
      to_person_id uuid references person,
      mandate_id uuid not null references mandate,
      changed_at timestamptz not null default now(),
      check (from_person_id is distinct from to_person_id)
    )`.execute(db)
  await sql`create index responsibility_person_of on responsibility_person (responsibility_id, changed_at)`.execute(db)
  await appendOnly(db, 'responsibility_person')
}

async function reports(db: Kysely<unknown>): Promise<void> {
  // body_id: for which body it speaks; null: nobody carries the measure. on_behalf: by somebody who does not speak for it.
  await sql`
    create table progress_report (
      id uuid primary key default gen_random_uuid(),
      measure_id uuid not null references measure,
      body_id uuid references body,
      on_behalf boolean not null,
      status text not null
        check (status in ('unknown', 'preparation', 'running', 'partly-done', 'done', 'continuous', 'stopped')),
      percentage smallint not null check (percentage between 0 and 100),
      confidence text not null check (confidence in ('safe', 'reachable', 'needs-support', 'compromised')),
      achieved text not null default '',
      hindrance text not null default '',
      upcoming text not null default '',
      corrects_id uuid check (corrects_id <> id),
      mandate_id uuid not null references mandate,
      reported_at timestamptz not null default now(),
      is_demo boolean not null default false,
      check (body_id is not null or on_behalf),
      check (status <> 'done' or percentage = 100),
      unique (measure_id, id),
      constraint progress_report_corrected_once unique (corrects_id),
      constraint progress_report_corrects_same_measure
        foreign key (measure_id, corrects_id) references progress_report (measure_id, id)
    )`.execute(db)
  await sql`create index progress_report_newest on progress_report (measure_id, reported_at desc)`.execute(db)
  await appendOnly(db, 'progress_report')
}

async function rounds(db: Kysely<unknown>): Promise<void> {
  // filter: which measures it is about, as the address of the plan says it.
  await sql`
    create table update_round (
      id uuid primary key default gen_random_uuid(),
      plan_id uuid not null references plan,
      title text not null check (title <> ''),
      question text not null default '',
      filter text not null default '',
      due_on date not null,
      opened_by uuid not null references mandate,
      opened_at timestamptz not null default now(),
      closed_by uuid references mandate,
      closed_at timestamptz,
      conclusion text not null default '',
      is_demo boolean not null default false,
      check ((closed_by is null) = (closed_at is null)),
      check (closed_at >= opened_at)
    )`.execute(db)
  await sql`create index update_round_plan on update_round (plan_id, opened_at desc)`.execute(db)
  await sql`create index update_round_open on update_round (plan_id) where closed_at is null`.execute(db)

  // What was asked stands; a round changes once, when it closes.
  await sql`
    create function close_round_only() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and old.closed_at is null and new.closed_at is not null
        and (to_jsonb(new) - '{closed_at,closed_by,conclusion}'::text[])
          = (to_jsonb(old) - '{closed_at,closed_by,conclusion}'::text[]) then
        return new;
      end if;
      raise exception 'update_round is append-only, but for closing it' using errcode = 'restrict_violation';
    end $$`.execute(db)
  await sql`
    create trigger close_only before update or delete on update_round
    for each row execute function close_round_only()`.execute(db)

  await sql`
    create table update_round_measure (
      round_id uuid not null references update_round,
      measure_id uuid not null references measure,
      primary key (round_id, measure_id)
    )`.execute(db)
  await sql`create index update_round_measure_of on update_round_measure (measure_id)`.execute(db)

  await sql`
    create table update_reminder (
      id uuid primary key default gen_random_uuid(),
      round_id uuid not null references update_round,
      body_id uuid not null references body,
      mandate_id uuid not null references mandate,
      reminded_at timestamptz not null default now()
    )`.execute(db)
  await sql`create index update_reminder_round on update_reminder (round_id, body_id, reminded_at)`.execute(db)

  // How it stood when the round closed: the report that counted then, and the bodies that carried the measure.
  await sql`
    create table update_round_result (
      round_id uuid not null,
      measure_id uuid not null,
      status text not null
        check (status in ('unknown', 'preparation', 'running', 'partly-done', 'done', 'continuous', 'stopped')),
      report_id uuid,
      primary key (round_id, measure_id),
      foreign key (round_id, measure_id) references update_round_measure,
      foreign key (measure_id, report_id) references progress_report (measure_id, id)
    )`.execute(db)
  await sql`
    create table update_round_owner (
      round_id uuid not null,
      measure_id uuid not null,
      body_id uuid not null references body,
      role text not null check (role in ('lead', 'co-lead')),
      primary key (round_id, measure_id, body_id, role),
      foreign key (round_id, measure_id) references update_round_measure
    )`.execute(db)
  for (const table of ['update_round_measure', 'update_reminder', 'update_round_result', 'update_round_owner']) {
    await appendOnly(db, table)
  }
}

async function appendOnly(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`
    create trigger append_only before update or delete on ${sql.table(table)}
    for each row execute function refuse_change()`.execute(db)
}
