import { type Kysely, sql } from 'kysely'

/** Agendas that are prepared and sent, meetings that are followed live, minutes of items, texts that are closed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await closedTexts(db)
  await templatesAndSeries(db)
  await agendas(db)
  await sessions(db)
  await minutes(db)
}

async function closedTexts(db: Kysely<unknown>): Promise<void> {
  await sql`alter table document add column closed_at timestamptz`.execute(db)
  // Whatever asks for it, a page, a socket or a script: nothing is added to the log of a text that is closed.
  await sql`
    create function refuse_writing_in_closed() returns trigger language plpgsql as $$
    begin
      raise exception 'document % is closed', old.id using errcode = 'restrict_violation', constraint = 'document_closed';
    end $$`.execute(db)
  await sql`
    create trigger closed before update on document for each row
    when (old.closed_at is not null and new.closed_at is not null and new.seq is distinct from old.seq)
    execute function refuse_writing_in_closed()`.execute(db)
}

async function templatesAndSeries(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table agenda_template (
      id uuid primary key default gen_random_uuid(),
      group_id uuid not null references consultation_group,
      name text not null check (name <> ''),
      made_by uuid references mandate,
      made_at timestamptz not null default now(),
      is_demo boolean not null default false
    )`.execute(db)
  await sql`create unique index agenda_template_name on agenda_template (group_id, lower(name))`.execute(db)
  await sql`
    create table agenda_template_item (
      id uuid primary key default gen_random_uuid(),
      template_id uuid not null references agenda_template on delete cascade,
      position integer not null,
      kind text not null check (kind in ('information', 'discussion', 'decision')),
      title text not null check (title <> ''),
      summary text not null default '',
      minutes_allotted integer check (minutes_allotted > 0),
      presenter_body_id uuid references body,
      unique (template_id, position)
    )`.execute(db)

  // weekday: 1 is Monday. week_of_month: 1 to 4, 5 is the last one; of a series that goes by the month.
  await sql`
    create table meeting_series (
      id uuid primary key default gen_random_uuid(),
      group_id uuid not null references consultation_group,
      title text not null check (title <> ''),
      location text,
      frequency text not null check (frequency in ('weekly', 'monthly')),
      every smallint not null check (every between 1 and 12),
      weekday smallint not null check (weekday between 1 and 7),
      week_of_month smallint check (week_of_month between 1 and 5),
      starts_on date not null,
      time text not null check (time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
      template_id uuid references agenda_template on delete set null,
      made_by uuid references mandate,
      made_at timestamptz not null default now(),
      ended_at timestamptz,
      is_demo boolean not null default false,
      check ((frequency = 'monthly') = (week_of_month is not null))
    )`.execute(db)
  await sql`create index meeting_series_group on meeting_series (group_id) where ended_at is null`.execute(db)

  // series_day: the day that the rule gives, also when this one meeting is held on another.
  await sql`
    alter table meeting
      add column series_id uuid references meeting_series,
      add column series_day date,
      add check ((series_id is null) = (series_day is null)),
      add constraint meeting_of_series unique (series_id, series_day)`.execute(db)
}

async function agendas(db: Kysely<unknown>): Promise<void> {
  // proposed_for, proposed_subject_id: why it was put on the agenda, so that it is not proposed again.
  await sql`
    alter table agenda_item
      add column revision integer not null default 1,
      add column seconds_spent integer not null default 0 check (seconds_spent >= 0),
      add column handled_at timestamptz,
      add column carried_from_id uuid references agenda_item check (carried_from_id <> id),
      add column proposed_for text check (proposed_for in ('no-lead', 'stale', 'late-milestone', 'carried-over',
        'overdue-action', 'unapplied-effect', 'open-condition', 'closed-round', 'minutes')),
      add column proposed_subject_id uuid,
      add check ((proposed_for is null) = (proposed_subject_id is null)),
      add constraint agenda_item_carried_once unique (carried_from_id),
      add constraint agenda_item_of_meeting unique (meeting_id, id)`.execute(db)
  await sql`create index agenda_item_proposed on agenda_item (proposed_subject_id, proposed_for)
    where proposed_for is not null`.execute(db)

  await sql`
    create table agenda_item_link (
      id uuid primary key default gen_random_uuid(),
      agenda_item_id uuid not null references agenda_item on delete cascade,
      title text not null check (title <> ''),
      url text not null check (url ~ '^https?://'),
      unique (agenda_item_id, url)
    )`.execute(db)

  await sql`
    create table agenda_version (
      id uuid primary key default gen_random_uuid(),
      meeting_id uuid not null references meeting,
      number integer not null,
      sent_by uuid not null references mandate,
      sent_at timestamptz not null default now(),
      note text not null default '',
      agenda jsonb not null,
      unique (meeting_id, number)
    )`.execute(db)
  await appendOnly(db, 'agenda_version')
}

async function sessions(db: Kysely<unknown>): Promise<void> {
  // The item at hand, and since when its clock runs; what ran before is in the item's seconds_spent.
  await sql`
    alter table meeting
      add column current_item_id uuid,
      add column clock_started_at timestamptz,
      add check (clock_started_at is null or current_item_id is not null),
      add constraint meeting_current_item foreign key (id, current_item_id) references agenda_item (meeting_id, id)`.execute(
    db,
  )

  await sql`
    alter table attendance
      add column person_id uuid references person,
      add column confirmed_by uuid references mandate,
      add column confirmed_at timestamptz,
      add column arrived_at timestamptz,
      add column left_at timestamptz,
      add column represented_by_id uuid check (represented_by_id <> id),
      add check ((confirmed_by is null) = (confirmed_at is null)),
      add check (left_at is null or arrived_at is null or left_at >= arrived_at),
      add constraint attendance_of_meeting unique (meeting_id, id),
      add constraint attendance_represented_there
        foreign key (meeting_id, represented_by_id) references attendance (meeting_id, id)`.execute(db)
  await sql`create unique index attendance_person on attendance (meeting_id, person_id)
    where person_id is not null`.execute(db)

  await sql`
    create table floor_request (
      id uuid primary key default gen_random_uuid(),
      meeting_id uuid not null references meeting,
      agenda_item_id uuid references agenda_item on delete set null,
      person_id uuid not null references person,
      body_id uuid not null references body,
      mandate_id uuid not null references mandate,
      asked_at timestamptz not null default now(),
      given_at timestamptz,
      ended_at timestamptz,
      check (given_at >= asked_at),
      check (ended_at >= coalesce(given_at, asked_at))
    )`.execute(db)
  await sql`create index floor_request_meeting on floor_request (meeting_id, asked_at)`.execute(db)
  await sql`create unique index floor_request_one_each on floor_request (meeting_id, person_id)
    where ended_at is null`.execute(db)
  await sql`create unique index floor_request_one_speaker on floor_request (meeting_id)
    where given_at is not null and ended_at is null`.execute(db)
}

async function minutes(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into document (group_id, subject_type, subject_id, closed_at)
    select meeting.group_id, 'agenda-item', agenda_item.id,
      case meeting.status when 'minutes-approved' then now() end
    from agenda_item
    join meeting on meeting.id = agenda_item.meeting_id
    on conflict (subject_type, subject_id) do nothing`.execute(db)

  // Approved minutes stand: their texts are closed with them, and items and attendance change no more.
  await sql`
    create function close_minutes() returns trigger language plpgsql as $$
    begin
      update document set closed_at = coalesce(closed_at, now())
      where subject_type = 'agenda-item'
        and subject_id in (select id from agenda_item where meeting_id = new.id);
      return null;
    end $$`.execute(db)
  await sql`
    create trigger close_minutes after update of status on meeting for each row
    when (new.status = 'minutes-approved') execute function close_minutes()`.execute(db)
  await sql`
    create function refuse_change_once_approved() returns trigger language plpgsql as $$
    begin
      if exists (select from meeting where id = old.meeting_id and status = 'minutes-approved') then
        raise exception 'the minutes of this meeting are approved'
          using errcode = 'restrict_violation', constraint = 'minutes_approved';
      end if;
      return case tg_op when 'DELETE' then old else new end;
    end $$`.execute(db)
  for (const table of ['agenda_item', 'attendance']) {
    await sql`
      create trigger approved before update or delete on ${sql.table(table)}
      for each row execute function refuse_change_once_approved()`.execute(db)
  }
}

async function appendOnly(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`
    create trigger append_only before update or delete on ${sql.table(table)}
    for each row execute function refuse_change()`.execute(db)
}
