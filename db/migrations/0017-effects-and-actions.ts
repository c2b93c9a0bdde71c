import { type Kysely, sql } from 'kysely'

/** What a decision changes and whether that was done; action points; a decision that is corrected by a signed erratum. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await actions(db)
  await effects(db)
  await errata(db)
}

async function actions(db: Kysely<unknown>): Promise<void> {
  // origin: what it follows from. state and due_on are what the steps made of them.
  await sql`
    create table action_item (
      id uuid primary key default gen_random_uuid(),
      group_id uuid not null references consultation_group,
      body_id uuid not null references body,
      person_id uuid references person,
      measure_id uuid references measure,
      title text not null check (title <> ''),
      due_on date,
      origin text not null check (origin in ('decision', 'agenda-item', 'thread', 'report', 'none')),
      decision_id uuid references decision,
      agenda_item_id uuid references agenda_item,
      thread_id uuid references discussion_thread,
      report_id uuid references progress_report,
      state text not null default 'open' check (state in ('open', 'done', 'dropped')),
      made_by uuid references mandate,
      made_at timestamptz not null default now(),
      is_demo boolean not null default false,
      check ((origin = 'decision') = (decision_id is not null)),
      check ((origin = 'agenda-item') = (agenda_item_id is not null)),
      check ((origin = 'thread') = (thread_id is not null)),
      check ((origin = 'report') = (report_id is not null))
    )`.execute(db)
  await sql`create index action_item_group on action_item (group_id, state, due_on)`.execute(db)
  await sql`create index action_item_body on action_item (body_id) where state = 'open'`.execute(db)
  for (const of of ['decision', 'agenda_item', 'thread', 'report', 'measure']) {
    const column = sql.ref(`${of}_id`)
    await sql`create index ${sql.ref(`action_item_${of}`)} on action_item (${column})
      where ${column} is not null`.execute(db)
  }
  await changesOnly(db, 'action_item', ['state', 'due_on'])

  // Notes, and every change of where it stands: the newest says where.
  await sql`
    create table action_step (
      id bigint generated always as identity primary key,
      action_item_id uuid not null references action_item,
      step text not null check (step in ('note', 'moved', 'done', 'dropped', 'reopened')),
      text text not null check (text <> ''),
      due_before date,
      due_after date,
      mandate_id uuid references mandate,
      at timestamptz not null default clock_timestamp(),
      check (step = 'moved' or num_nonnulls(due_before, due_after) = 0),
      check (step <> 'moved' or due_before is distinct from due_after)
    )`.execute(db)
  await sql`create index action_step_of on action_step (action_item_id, id)`.execute(db)
  await appendOnly(db, 'action_step')
  await sql`
    create function take_action_step() returns trigger language plpgsql as $$
    declare
      item action_item;
    begin
      select * into item from action_item where id = new.action_item_id for update;
      if new.step <> 'note' and (new.step = 'reopened') = (item.state = 'open') then
        raise exception 'an action that is % cannot be %', item.state, new.step
          using errcode = 'check_violation', constraint = 'action_step_follows';
      end if;
      update action_item set
        state = case new.step when 'done' then 'done' when 'dropped' then 'dropped' when 'reopened' then 'open' else state end,
        due_on = case new.step when 'moved' then new.due_after else due_on end
      where id = new.action_item_id and new.step <> 'note';
      return null;
    end $$`.execute(db)
  await sql`
    create trigger take_step after insert on action_step for each row execute function take_action_step()`.execute(db)
}

async function effects(db: Kysely<unknown>): Promise<void> {
  // payload: what it must become, by kind. state is what the steps made of it.
  await sql`
    create table effect (
      id uuid primary key default gen_random_uuid(),
      decision_id uuid not null references decision,
      position integer not null,
      kind text not null check (kind in ('set-status', 'set-lead', 'set-date', 'set-wording', 'ask-body')),
      measure_id uuid references measure,
      body_id uuid references body,
      milestone_id uuid references milestone,
      payload jsonb not null default '{}',
      due_on date,
      state text not null default 'to-apply' check (state in ('to-apply', 'asked', 'applied', 'dropped')),
      is_demo boolean not null default false,
      unique (decision_id, position),
      check (kind = 'ask-body' or measure_id is not null),
      check ((kind in ('set-lead', 'ask-body')) = (body_id is not null)),
      check (kind = 'set-date' or milestone_id is null)
    )`.execute(db)
  await sql`create index effect_measure on effect (measure_id) where measure_id is not null`.execute(db)
  await sql`create index effect_open on effect (due_on) where state in ('to-apply', 'asked')`.execute(db)
  await changesOnly(db, 'effect', ['state'])

  // refused: it could not be applied, for a reason that the catalogues know; it stays to be done. asked: a body must accept.
  await sql`
    create table effect_step (
      id bigint generated always as identity primary key,
      effect_id uuid not null references effect,
      step text not null check (step in ('asked', 'applied', 'refused', 'dropped')),
      reason text,
      before jsonb,
      responsibility_id uuid references responsibility,
      action_item_id uuid references action_item,
      mandate_id uuid references mandate,
      at timestamptz not null default clock_timestamp(),
      check (step not in ('refused', 'dropped') or coalesce(reason, '') <> ''),
      check (step <> 'asked' or responsibility_id is not null)
    )`.execute(db)
  await sql`create index effect_step_of on effect_step (effect_id, id)`.execute(db)
  await sql`create index effect_step_responsibility on effect_step (responsibility_id)
    where responsibility_id is not null`.execute(db)
  await appendOnly(db, 'effect_step')
  await sql`
    create function take_effect_step() returns trigger language plpgsql as $$
    declare
      standing text;
    begin
      select state into standing from effect where id = new.effect_id for update;
      if standing in ('applied', 'dropped') then
        raise exception 'this effect is % already', standing
          using errcode = 'check_violation', constraint = 'effect_step_follows';
      end if;
      update effect set state = case new.step when 'refused' then 'to-apply' else new.step end where id = new.effect_id;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger take_step after insert on effect_step for each row execute function take_effect_step()`.execute(db)
}

async function errata(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table decision_erratum (
      id uuid primary key default gen_random_uuid(),
      decision_id uuid not null references decision,
      text text not null check (text <> ''),
      mandate_id uuid not null references mandate,
      signed_at timestamptz not null default clock_timestamp()
    )`.execute(db)
  await sql`create index decision_erratum_of on decision_erratum (decision_id, signed_at)`.execute(db)
  await appendOnly(db, 'decision_erratum')
}

async function appendOnly(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`
    create trigger append_only before update or delete on ${sql.table(table)}
    for each row execute function refuse_change()`.execute(db)
}

/** Nothing else of a row ever changes, and no row goes. */
async function changesOnly(db: Kysely<unknown>, table: string, columns: string[]): Promise<void> {
  const change = sql.ref(`change_${table}_only`)
  const free = sql.lit(`{${columns.join(',')}}`)
  await sql`
    create function ${change}() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and (to_jsonb(new) - ${free}::text[]) = (to_jsonb(old) - ${free}::text[]) then
        return new;
      end if;
      raise exception '% is append-only, but for what its steps change', tg_table_name
        using errcode = 'restrict_violation';
    end $$`.execute(db)
  await sql`
    create trigger change_only before update or delete on ${sql.table(table)}
    for each row execute function ${change}()`.execute(db)
}
