import { type Kysely, sql } from 'kysely'

/** Minutes whose texts are closed while they go round, answers to comments on them, reminders of what is left to do. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await minutes(db)
  await answers(db)
  await reminders(db)
}

async function minutes(db: Kysely<unknown>): Promise<void> {
  // Taken back: a draft again, until they are sent once more.
  await sql`
    alter table minutes
      add column taken_back_at timestamptz,
      add column taken_back_by uuid references mandate,
      add check ((taken_back_at is null) = (taken_back_by is null)),
      add check (taken_back_at is null or decision_id is null)`.execute(db)

  // Whose minutes go round gets no text that can be written in; approved with changes, these can still be made.
  await sql`
    create function goes_round(item uuid) returns boolean language sql stable as $$
      select exists (
        select from minutes join agenda_item on agenda_item.meeting_id = minutes.meeting_id
        where agenda_item.id = item and taken_back_at is null and decision_id is null)
    $$`.execute(db)
  await sql`
    update document set closed_at = now()
    where subject_type = 'agenda-item' and closed_at is null and goes_round(subject_id)`.execute(db)
  await sql`
    create function close_text_that_goes_round() returns trigger language plpgsql as $$
    begin
      if goes_round(new.subject_id) then
        new.closed_at := coalesce(new.closed_at, now());
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger close_with_minutes before insert on document for each row
    when (new.subject_type = 'agenda-item') execute function close_text_that_goes_round()`.execute(db)
  await sql`
    create function close_text_of_moved_item() returns trigger language plpgsql as $$
    begin
      update document set closed_at = case when goes_round(new.id) then coalesce(closed_at, now()) end
      where subject_type = 'agenda-item' and subject_id = new.id;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger close_with_minutes after update of meeting_id on agenda_item for each row
    when (new.meeting_id <> old.meeting_id) execute function close_text_of_moved_item()`.execute(db)
}

async function answers(db: Kysely<unknown>): Promise<void> {
  // The newest one counts. Why: a line, that what was simply taken in may go without.
  await sql`
    create table minutes_comment_answer (
      id bigint generated always as identity primary key,
      comment_id uuid not null references minutes_comment,
      outcome text not null check (outcome in ('taken-in', 'not-taken-in', 'answered')),
      text text not null,
      mandate_id uuid not null references mandate,
      answered_at timestamptz not null default clock_timestamp(),
      check (outcome = 'taken-in' or text <> '')
    )`.execute(db)
  await sql`create index minutes_comment_answer_to on minutes_comment_answer (comment_id, id desc)`.execute(db)
  await sql`
    create trigger append_only before update or delete on minutes_comment_answer
    for each row execute function refuse_change()`.execute(db)
}

async function reminders(db: Kysely<unknown>): Promise<void> {
  // replaced_at: a newer message says all that this one would have said, so it is not sent any more.
  await sql`
    alter table mail_message
      add column replaced_at timestamptz,
      drop constraint mail_message_kind_check,
      add constraint mail_message_kind_check check (
        kind in ('meeting-invitation', 'meeting-cancelled', 'minutes-for-comment', 'follow-up-reminder'))`.execute(db)
  await sql`create index mail_message_reminder on mail_message (group_id, queued_at)
    where kind = 'follow-up-reminder'`.execute(db)

  // Which actions and effects a message reminded of.
  await sql`
    create table follow_up_reminder (
      id bigint generated always as identity primary key,
      message_id uuid not null references mail_message,
      action_item_id uuid references action_item,
      effect_id uuid references effect,
      reminded_at timestamptz not null default now(),
      check (num_nonnulls(action_item_id, effect_id) = 1)
    )`.execute(db)
  await sql`create index follow_up_reminder_action on follow_up_reminder (action_item_id, reminded_at desc)
    where action_item_id is not null`.execute(db)
  await sql`create index follow_up_reminder_effect on follow_up_reminder (effect_id, reminded_at desc)
    where effect_id is not null`.execute(db)
  await sql`create index follow_up_reminder_message on follow_up_reminder (message_id)`.execute(db)
  await sql`
    create trigger append_only before update or delete on follow_up_reminder
    for each row execute function refuse_change()`.execute(db)
}
