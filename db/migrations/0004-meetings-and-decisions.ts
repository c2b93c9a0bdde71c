import { type Kysely, sql } from 'kysely'

/** Meetings with their agenda, and the register of decisions, each pinned to the version it was taken on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table meeting (
      id uuid primary key default gen_random_uuid(),
      group_id uuid not null references consultation_group,
      title text not null,
      starts_at timestamptz not null,
      started_at timestamptz,
      ended_at timestamptz,
      location text,
      status text not null default 'planned'
        check (status in ('planned', 'in-session', 'concluded', 'minutes-approved')),
      is_demo boolean not null default false
    )`.execute(db)
  await sql`create index meeting_group on meeting (group_id, starts_at desc)`.execute(db)

  await sql`
    create table attendance (
      id uuid primary key default gen_random_uuid(),
      meeting_id uuid not null references meeting,
      body_id uuid not null references body,
      capacity text not null check (capacity in ('chair', 'secretary', 'member', 'guest')),
      description text,
      presence text not null check (presence in ('present', 'excused', 'absent', 'expected')),
      is_demo boolean not null default false
    )`.execute(db)
  await sql`create index attendance_meeting on attendance (meeting_id)`.execute(db)

  await sql`
    create table agenda_item (
      id uuid primary key default gen_random_uuid(),
      meeting_id uuid not null references meeting,
      position integer not null,
      kind text not null check (kind in ('information', 'discussion', 'decision')),
      title text not null check (title <> ''),
      summary text not null default '',
      minutes_allotted integer,
      presenter_body_id uuid references body,
      is_demo boolean not null default false,
      unique (meeting_id, position) deferrable initially deferred
    )`.execute(db)

  await sql`
    create table agenda_item_measure (
      agenda_item_id uuid not null references agenda_item on delete cascade,
      measure_id uuid not null references measure,
      primary key (agenda_item_id, measure_id)
    )`.execute(db)
  await sql`create index agenda_item_measure_measure on agenda_item_measure (measure_id)`.execute(db)

  // The next number of a group's register is handed out under this row's lock: no gaps, no doubles.
  await sql`
    create table decision_register (
      group_id uuid not null references consultation_group,
      year integer not null,
      last_number integer not null default 0,
      primary key (group_id, year)
    )`.execute(db)

  await sql`
    create table decision (
      id uuid primary key default gen_random_uuid(),
      group_id uuid not null references consultation_group,
      year integer not null,
      number integer not null,
      meeting_id uuid not null references meeting,
      agenda_item_id uuid references agenda_item,
      title text not null check (title <> ''),
      text text not null check (text <> ''),
      result text not null check (result in
        ('approved', 'approved-with-changes', 'advice', 'postponed', 'noted', 'withdrawn', 'rejected')),
      reached_by text not null default 'consensus'
        check (reached_by in ('consensus', 'consensus-with-reservations', 'vote')),
      decided_on date not null,
      recorded_by uuid references mandate,
      recorded_at timestamptz not null default now(),
      is_demo boolean not null default false,
      unique (group_id, year, number)
    )`.execute(db)
  await sql`create index decision_meeting on decision (meeting_id)`.execute(db)
  await sql`create index decision_agenda_item on decision (agenda_item_id)`.execute(db)

  await sql`
    create table decision_measure (
      decision_id uuid not null references decision,
      measure_id uuid not null references measure,
      document_version_id uuid not null references document_version,
      primary key (decision_id, measure_id)
    )`.execute(db)
  await sql`create index decision_measure_measure on decision_measure (measure_id)`.execute(db)

  await sql`
    create table decision_reservation (
      id uuid primary key default gen_random_uuid(),
      decision_id uuid not null references decision,
      body_id uuid not null references body,
      text text not null check (text <> '')
    )`.execute(db)
  await sql`create index decision_reservation_decision on decision_reservation (decision_id)`.execute(db)

  // A decision that stands is read-only: what corrects it is another decision.
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
    end $$`.execute(db)
  for (const table of [
    'decision',
    'decision_measure',
    'decision_reservation',
    'document_version',
    'responsibility_answer',
  ]) {
    await sql`
      create trigger append_only before update or delete on ${sql.table(table)}
      for each row execute function refuse_change()`.execute(db)
  }
}
