import { type Kysely, sql } from 'kysely'

/** Whose words came back when a version was restored: they were typed by others than who restored them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // `client_id` is the one that the restoring wrote with. `words`: [[clock, length, client id of who wrote them], …].
  await sql`
    create table document_restoration (
      document_id uuid not null,
      client_id bigint not null,
      document_version_id uuid not null references document_version,
      words jsonb not null,
      created_at timestamptz not null default now(),
      primary key (document_id, client_id),
      foreign key (document_id, client_id) references document_client
    )`.execute(db)
  await sql`
    create trigger append_only before update or delete on document_restoration
    for each row execute function refuse_change()`.execute(db)
}
