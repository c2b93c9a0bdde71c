import { type Kysely, sql } from 'kysely'

/** Minutes that go round for comment and are frozen with a hash once approved; mail that waits to be sent; calendar feeds. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await minutes(db)
  await mail(db)
  await calendars(db)
}

async function minutes(db: Kysely<unknown>): Promise<void> {
  // No row: a draft. content: the canonical form of all that the minutes say, whose hash is taken.
  await sql`
    create table minutes (
      meeting_id uuid primary key references meeting,
      sent_at timestamptz not null default now(),
      sent_by uuid not null references mandate,
      comment_until date not null,
      approval_item_id uuid references agenda_item on delete set null,
      decision_id uuid references decision,
      frozen_at timestamptz,
      frozen_by uuid references mandate,
      content text,
      hash text check (hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
      check (frozen_at is null or decision_id is not null),
      check (num_nonnulls(frozen_at, frozen_by, content, hash) in (0, 4)),
      constraint minutes_approval_item unique (approval_item_id)
    )`.execute(db)
  await sql`create index minutes_decision on minutes (decision_id) where decision_id is not null`.execute(db)
  await sql`
    create trigger frozen before update or delete on minutes for each row
    when (old.frozen_at is not null) execute function refuse_change()`.execute(db)

  await sql`
    create table minutes_comment (
      id uuid primary key default gen_random_uuid(),
      meeting_id uuid not null references minutes,
      agenda_item_id uuid references agenda_item,
      mandate_id uuid not null references mandate,
      text text not null check (text <> ''),
      made_at timestamptz not null default now()
    )`.execute(db)
  await sql`create index minutes_comment_meeting on minutes_comment (meeting_id, made_at)`.execute(db)
  await sql`
    create trigger append_only before update or delete on minutes_comment
    for each row execute function refuse_change()`.execute(db)

  // What frozen minutes tell about gets no more items, and no more decisions.
  await sql`
    create function refuse_adding_to_frozen() returns trigger language plpgsql as $$
    begin
      if exists (select from minutes where meeting_id = new.meeting_id and frozen_at is not null) then
        raise exception 'the minutes of this meeting are frozen'
          using errcode = 'restrict_violation', constraint = 'minutes_frozen';
      end if;
      return new;
    end $$`.execute(db)
  for (const table of ['agenda_item', 'attendance', 'decision']) {
    await sql`
      create trigger frozen before insert on ${sql.table(table)}
      for each row execute function refuse_adding_to_frozen()`.execute(db)
  }
}

async function mail(db: Kysely<unknown>): Promise<void> {
  // calendar: an invitation in iCalendar, of the method that it is sent with.
  await sql`
    create table mail_message (
      id uuid primary key default gen_random_uuid(),
      group_id uuid not null references consultation_group,
      kind text not null check (kind in ('meeting-invitation', 'meeting-cancelled', 'minutes-for-comment')),
      meeting_id uuid references meeting,
      person_id uuid references person,
      to_name text not null,
      to_address text not null check (to_address <> ''),
      subject text not null check (subject <> ''),
      text text not null,
      html text not null,
      calendar text,
      calendar_method text check (calendar_method in ('REQUEST', 'CANCEL')),
      queued_by uuid references mandate,
      queued_at timestamptz not null default now(),
      tries integer not null default 0,
      next_try_at timestamptz not null default now(),
      sent_at timestamptz,
      given_up_at timestamptz,
      check ((calendar is null) = (calendar_method is null)),
      check (sent_at is null or given_up_at is null)
    )`.execute(db)
  await sql`create index mail_message_waiting on mail_message (next_try_at)
    where sent_at is null and given_up_at is null`.execute(db)
  await sql`create index mail_message_meeting on mail_message (meeting_id, queued_at)`.execute(db)

  await sql`
    create table mail_attempt (
      id bigint generated always as identity primary key,
      message_id uuid not null references mail_message,
      at timestamptz not null default now(),
      outcome text not null check (outcome in ('sent', 'failed')),
      reason text,
      check ((outcome = 'failed') = (reason is not null))
    )`.execute(db)
  await sql`create index mail_attempt_message on mail_attempt (message_id, id desc)`.execute(db)
  await sql`
    create trigger append_only before update or delete on mail_attempt
    for each row execute function refuse_change()`.execute(db)
}

async function calendars(db: Kysely<unknown>): Promise<void> {
  // Of one person's meetings or of a group's: whoever has the address reads it. Only its hash is stored.
  await sql`
    create table calendar_feed (
      id uuid primary key default gen_random_uuid(),
      token_hash text not null unique,
      person_id uuid references person,
      group_id uuid references consultation_group,
      made_by uuid not null references mandate,
      made_at timestamptz not null default now(),
      ended_at timestamptz,
      check (num_nonnulls(person_id, group_id) = 1)
    )`.execute(db)
  await sql`create unique index calendar_feed_person on calendar_feed (person_id)
    where person_id is not null and ended_at is null`.execute(db)
  await sql`create unique index calendar_feed_group on calendar_feed (group_id)
    where group_id is not null and ended_at is null`.execute(db)
}
