import { type Kysely, sql } from 'kysely'

/** Rounds in which bodies are asked for a position on frozen texts; positions, their conditions, and when they hold no more. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await versionReasons(db)
  await rounds(db)
  await positions(db)
  await conditions(db)
}

/** A position that is confirmed once the text has changed freezes that text; so does a change that is waved through. */
async function versionReasons(db: Kysely<unknown>): Promise<void> {
  await sql`alter table document_version drop constraint document_version_reason_check`.execute(db)
  await sql`
    alter table document_version add constraint document_version_reason_check
      check (reason in ('manual', 'round-opened', 'decision', 'restore', 'baseline', 'position'))`.execute(db)
}

async function rounds(db: Kysely<unknown>): Promise<void> {
  // closed_by: null once closed means that it closed by itself, at closes_at or as soon after as a server ran.
  await sql`
    create table position_round (
      id uuid primary key default gen_random_uuid(),
      group_id uuid not null references consultation_group,
      title text not null check (title <> ''),
      question text not null default '',
      closes_at timestamptz not null,
      silence_means text not null check (silence_means in ('consent', 'nothing')),
      opened_by uuid not null references mandate,
      opened_at timestamptz not null default now(),
      closed_by uuid references mandate,
      closed_at timestamptz,
      is_demo boolean not null default false,
      check (closes_at > opened_at),
      check (closed_at >= opened_at),
      check (closed_by is null or closed_at is not null)
    )`.execute(db)
  await sql`create index position_round_group on position_round (group_id, opened_at desc)`.execute(db)
  await sql`create index position_round_due on position_round (closes_at) where closed_at is null`.execute(db)

  // What was asked stands; a round changes once, when it closes.
  await sql`
    create function close_position_round_only() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and old.closed_at is null and new.closed_at is not null
        and (to_jsonb(new) - '{closed_at,closed_by}'::text[]) = (to_jsonb(old) - '{closed_at,closed_by}'::text[]) then
        return new;
      end if;
      raise exception 'position_round is append-only, but for closing it' using errcode = 'restrict_violation';
    end $$`.execute(db)
  await sql`
    create trigger close_only before update or delete on position_round
    for each row execute function close_position_round_only()`.execute(db)

  await sql`
    create table position_round_measure (
      round_id uuid not null references position_round,
      measure_id uuid not null references measure,
      document_version_id uuid not null references document_version,
      primary key (round_id, measure_id)
    )`.execute(db)
  await sql`create index position_round_measure_of on position_round_measure (measure_id)`.execute(db)

  await sql`
    create table position_round_body (
      round_id uuid not null references position_round,
      body_id uuid not null references body,
      primary key (round_id, body_id)
    )`.execute(db)
  await sql`create index position_round_body_of on position_round_body (body_id)`.execute(db)

  // What was announced about silence, for who said nothing until the round closed.
  await sql`
    create table position_silence (
      round_id uuid not null,
      measure_id uuid not null,
      body_id uuid not null,
      meaning text not null check (meaning in ('consent', 'nothing')),
      primary key (round_id, measure_id, body_id),
      foreign key (round_id, measure_id) references position_round_measure,
      foreign key (round_id, body_id) references position_round_body
    )`.execute(db)
  for (const table of ['position_round_measure', 'position_round_body', 'position_silence']) {
    await appendOnly(db, table)
  }
}

async function positions(db: Kysely<unknown>): Promise<void> {
  // Each names the one that it replaces: of two that would replace the same one, or both be the first, one is refused.
  await sql`
    create table position (
      id uuid primary key default gen_random_uuid(),
      round_id uuid not null,
      measure_id uuid not null,
      body_id uuid not null,
      stance text not null
        check (stance in ('agree', 'agree-on-conditions', 'object', 'abstain', 'no-mandate-yet')),
      reason text not null default '',
      until date,
      document_version_id uuid not null references document_version,
      reconfirms boolean not null default false,
      replaces_id uuid check (replaces_id <> id),
      mandate_id uuid not null references mandate,
      taken_at timestamptz not null default now(),
      is_demo boolean not null default false,
      check (stance <> 'object' or reason <> ''),
      check ((until is not null) = (stance = 'no-mandate-yet')),
      check (not reconfirms or replaces_id is not null),
      foreign key (round_id, measure_id) references position_round_measure,
      foreign key (round_id, body_id) references position_round_body,
      unique (round_id, measure_id, body_id, id),
      constraint position_replaced_once unique (replaces_id),
      constraint position_replaces_own
        foreign key (round_id, measure_id, body_id, replaces_id) references position (round_id, measure_id, body_id, id)
    )`.execute(db)
  await sql`
    create unique index position_one_first on position (round_id, measure_id, body_id)
    where replaces_id is null`.execute(db)
  await sql`create index position_measure on position (measure_id)`.execute(db)
  await sql`create index position_body on position (body_id)`.execute(db)
  await appendOnly(db, 'position')

  // Private to the body. revision: the next save must have seen this one.
  await sql`
    create table position_draft (
      round_id uuid not null,
      measure_id uuid not null,
      body_id uuid not null,
      stance text check (stance in ('agree', 'agree-on-conditions', 'object', 'abstain', 'no-mandate-yet')),
      reason text not null default '',
      until date,
      conditions jsonb not null default '[]',
      revision integer not null default 1,
      mandate_id uuid not null references mandate,
      saved_at timestamptz not null default now(),
      is_demo boolean not null default false,
      primary key (round_id, measure_id, body_id),
      foreign key (round_id, measure_id) references position_round_measure,
      foreign key (round_id, body_id) references position_round_body
    )`.execute(db)
  await sql`create index position_draft_body on position_draft (body_id)`.execute(db)

  // A coordinator says that what changed between two versions is only spelling or white space.
  await sql`
    create table position_waiver (
      id uuid primary key default gen_random_uuid(),
      measure_id uuid not null references measure,
      from_version_id uuid not null references document_version,
      to_version_id uuid not null references document_version,
      reason text not null check (reason <> ''),
      mandate_id uuid not null references mandate,
      waived_at timestamptz not null default now(),
      is_demo boolean not null default false,
      check (from_version_id <> to_version_id),
      constraint position_waiver_once unique (from_version_id, to_version_id)
    )`.execute(db)
  await sql`create index position_waiver_measure on position_waiver (measure_id)`.execute(db)
  await appendOnly(db, 'position_waiver')
}

async function conditions(db: Kysely<unknown>): Promise<void> {
  // position_id: the one that raised it; later positions of the body may name it again.
  await sql`
    create table condition (
      id uuid primary key default gen_random_uuid(),
      measure_id uuid not null references measure,
      body_id uuid not null references body,
      position_id uuid not null references position,
      text text not null check (text <> ''),
      raised_at timestamptz not null default now(),
      is_demo boolean not null default false
    )`.execute(db)
  await sql`create index condition_measure on condition (measure_id)`.execute(db)
  await sql`create index condition_body on condition (body_id)`.execute(db)

  await sql`
    create table position_condition (
      position_id uuid not null references position,
      condition_id uuid not null references condition,
      place integer not null check (place > 0),
      primary key (position_id, condition_id),
      unique (position_id, place)
    )`.execute(db)
  await sql`create index position_condition_of on position_condition (condition_id)`.execute(db)

  // A condition is open until its last step says otherwise; of two that take the same step, one is refused.
  await sql`
    create table condition_step (
      condition_id uuid not null references condition,
      number integer not null check (number > 0),
      step text not null check (step in ('met', 'overruled', 'reopened', 'withdrawn')),
      reason text not null default '',
      mandate_id uuid not null references mandate,
      taken_at timestamptz not null default now(),
      is_demo boolean not null default false,
      primary key (condition_id, number),
      check (step <> 'overruled' or reason <> '')
    )`.execute(db)

  // What meets it: a passage of the text as it was then, a discussion (such as proposed wording), or a decision.
  await sql`
    create table condition_link (
      id uuid primary key default gen_random_uuid(),
      condition_id uuid not null references condition,
      quote text check (quote <> ''),
      document_version_id uuid references document_version,
      thread_id uuid references discussion_thread,
      decision_id uuid references decision,
      mandate_id uuid not null references mandate,
      linked_at timestamptz not null default now(),
      is_demo boolean not null default false,
      constraint condition_link_to_one check (num_nonnulls(document_version_id, thread_id, decision_id) = 1),
      check ((quote is null) = (document_version_id is null))
    )`.execute(db)
  await sql`create index condition_link_condition on condition_link (condition_id)`.execute(db)
  for (const table of ['condition', 'position_condition', 'condition_step', 'condition_link']) {
    await appendOnly(db, table)
  }
}

async function appendOnly(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`
    create trigger append_only before update or delete on ${sql.table(table)}
    for each row execute function refuse_change()`.execute(db)
}
