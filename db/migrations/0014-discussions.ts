import { type Kysely, sql } from 'kysely'

/** Discussions beside a text or about a record as a whole, and wording that is proposed for a passage. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await threads(db)
  await comments(db)
  await proposals(db)
}

async function threads(db: Kysely<unknown>): Promise<void> {
  // Without a document: about the record as a whole. With one: a passage of it. `anchor_from`, `anchor_to`: Yjs relative
  // positions; `words`: [[client id, clock, length], …], the characters between them, by which the passage is found again;
  // `quote`: what it said when somebody began about it.
  await sql`
    create table discussion_thread (
      id uuid primary key default gen_random_uuid(),
      group_id uuid not null references consultation_group,
      subject_type text not null check (subject_type in ('measure', 'agenda-item')),
      subject_id uuid not null,
      document_id uuid references document,
      anchor_from bytea,
      anchor_to bytea,
      words jsonb,
      quote text not null default '',
      opened_by uuid not null references mandate,
      opened_at timestamptz not null default now(),
      resolved_at timestamptz,
      is_demo boolean not null default false,
      check (num_nulls(document_id, anchor_from, anchor_to, words) in (0, 4)),
      check ((document_id is null) = (quote = ''))
    )`.execute(db)
  await sql`create index discussion_thread_subject on discussion_thread (subject_type, subject_id, opened_at)`.execute(
    db,
  )
  await sql`create index discussion_thread_open on discussion_thread (subject_type, subject_id)
    where resolved_at is null`.execute(db)
  await sql`create index discussion_thread_document on discussion_thread (document_id) where resolved_at is null`.execute(
    db,
  )
  await changesOnly(db, 'discussion_thread', ['anchor_from', 'anchor_to', 'words', 'resolved_at'])

  await sql`
    create table discussion_step (
      id uuid primary key default gen_random_uuid(),
      thread_id uuid not null references discussion_thread,
      kind text not null check (kind in ('resolved', 'reopened')),
      mandate_id uuid not null references mandate,
      at timestamptz not null default clock_timestamp()
    )`.execute(db)
  await sql`create index discussion_step_thread on discussion_step (thread_id, at)`.execute(db)
  await appendOnly(db, 'discussion_step')
}

async function comments(db: Kysely<unknown>): Promise<void> {
  // `text` is what it says now, in the marks of `comment-text.shared.ts`; nothing of what was taken away.
  await sql`
    create table discussion_comment (
      id uuid primary key default gen_random_uuid(),
      thread_id uuid not null references discussion_thread,
      text text not null,
      mandate_id uuid not null references mandate,
      written_at timestamptz not null default clock_timestamp(),
      edited_at timestamptz,
      removed_at timestamptz,
      is_demo boolean not null default false,
      check ((removed_at is null) = (text <> ''))
    )`.execute(db)
  await sql`create index discussion_comment_thread on discussion_comment (thread_id, written_at)`.execute(db)
  await changesOnly(db, 'discussion_comment', ['text', 'edited_at', 'removed_at'])

  // What a comment said before it was changed or taken away.
  await sql`
    create table discussion_comment_earlier (
      id uuid primary key default gen_random_uuid(),
      comment_id uuid not null references discussion_comment,
      text text not null,
      replaced_at timestamptz not null default clock_timestamp()
    )`.execute(db)
  await sql`create index discussion_comment_earlier_of on discussion_comment_earlier (comment_id, replaced_at)`.execute(
    db,
  )
  await appendOnly(db, 'discussion_comment_earlier')

  // Who is called by name in a comment, and by which name: one of a person, a body and a sector.
  await sql`
    create table discussion_mention (
      comment_id uuid not null references discussion_comment,
      label text not null,
      person_id uuid references person,
      body_id uuid references body,
      sector_id text references sector,
      primary key (comment_id, label),
      check (num_nonnulls(person_id, body_id, sector_id) = 1)
    )`.execute(db)
  for (const of of ['person', 'body', 'sector']) {
    const column = sql.ref(`${of}_id`)
    await sql`create index ${sql.ref(`discussion_mention_${of}`)} on discussion_mention (${column})
      where ${column} is not null`.execute(db)
  }
}

async function proposals(db: Kysely<unknown>): Promise<void> {
  // Other words for the passage of a thread; what it said then is the thread's quote. `onto`: what it said when it was taken
  // over; `seq`: the edit that did so, absent where the passage said so already.
  await sql`
    create table wording_proposal (
      thread_id uuid primary key references discussion_thread,
      replacement text not null,
      state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'withdrawn')),
      settled_by uuid references mandate,
      settled_at timestamptz,
      reason text not null default '',
      onto text,
      seq bigint,
      check ((state = 'open') = (settled_at is null)),
      check ((settled_at is null) = (settled_by is null)),
      check (state <> 'declined' or reason <> ''),
      check ((state = 'accepted') = (onto is not null))
    )`.execute(db)
  await sql`create index wording_proposal_open on wording_proposal (thread_id) where state = 'open'`.execute(db)
  await sql`
    create function settle_proposal_only() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and old.state = 'open' and new.state <> 'open'
        and new.thread_id = old.thread_id and new.replacement = old.replacement then
        return new;
      end if;
      raise exception 'wording_proposal is append-only, but for settling it' using errcode = 'restrict_violation';
    end $$`.execute(db)
  await sql`
    create trigger settle_only before update or delete on wording_proposal
    for each row execute function settle_proposal_only()`.execute(db)
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
      raise exception '% is append-only, but for what changes of it', tg_table_name using errcode = 'restrict_violation';
    end $$`.execute(db)
  await sql`
    create trigger change_only before update or delete on ${sql.table(table)}
    for each row execute function ${change}()`.execute(db)
}
