import { type Kysely, sql } from 'kysely'

/** The audit trail, and the notices with which it and changed rights reach the nodes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // topics: the pages that show it, such as 'measure:<id>' or 'decisions'.
  await sql`
    create table activity (
      id bigint generated always as identity primary key,
      at timestamptz not null default now(),
      group_id uuid references consultation_group,
      person_id uuid references person,
      mandate_id uuid references mandate,
      verb text not null,
      subject_type text not null,
      subject_id uuid not null,
      topics text[] not null default '{}',
      before jsonb,
      after jsonb
    )`.execute(db)
  await sql`create index activity_group on activity (group_id, id desc)`.execute(db)
  await sql`create index activity_subject on activity (subject_type, subject_id, id desc)`.execute(db)
  await sql`
    create trigger append_only before update or delete on activity
    for each row execute function refuse_change()`.execute(db)

  await sql`
    create function notify_activity() returns trigger language plpgsql as $$
    begin
      perform pg_notify('activity', json_build_object('id', new.id, 'groupId', new.group_id, 'topics', new.topics)::text);
      return null;
    end $$`.execute(db)
  await sql`
    create trigger notify after insert on activity
    for each row execute function notify_activity()`.execute(db)

  await sql`
    create function notify_rights() returns trigger language plpgsql as $$
    declare
      person uuid;
    begin
      if tg_table_name = 'session' then
        perform pg_notify('rights', json_build_object('sessionId', old.id)::text);
        return null;
      end if;
      if tg_op = 'DELETE' then person := (to_jsonb(old) ->> tg_argv[0])::uuid;
      else person := (to_jsonb(new) ->> tg_argv[0])::uuid;
      end if;
      perform pg_notify('rights', json_build_object('personId', person)::text);
      return null;
    end $$`.execute(db)
  await sql`
    create trigger notify_rights after insert or update or delete on mandate
    for each row execute function notify_rights('person_id')`.execute(db)
  await sql`
    create trigger notify_rights after update of disabled_at on person
    for each row execute function notify_rights('id')`.execute(db)
  await sql`
    create trigger notify_rights after delete on session
    for each row execute function notify_rights()`.execute(db)
}
