import { type Kysely, sql } from 'kysely'

/** The log of every text, its compacted states, its readable content and its frozen versions. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // `document.seq` is the position of the last row; rows have no gaps. Without a person: the import.
  await sql`
    create table document_update (
      document_id uuid not null references document,
      seq bigint not null,
      update bytea not null,
      person_id uuid references person,
      mandate_id uuid references mandate,
      created_at timestamptz not null default now(),
      primary key (document_id, seq)
    )`.execute(db)

  await sql`
    create table document_snapshot (
      document_id uuid primary key references document,
      seq bigint not null,
      state bytea not null,
      created_at timestamptz not null default now()
    )`.execute(db)

  // The first person who writes with a Yjs client id owns it in that document.
  await sql`
    create table document_client (
      document_id uuid not null references document,
      client_id bigint not null,
      person_id uuid references person,
      mandate_id uuid references mandate,
      primary key (document_id, client_id)
    )`.execute(db)

  await sql`
    create table document_content (
      document_id uuid primary key references document,
      seq bigint not null,
      json jsonb not null,
      text text not null,
      html text not null,
      hash text not null,
      written_at timestamptz not null default now(),
      search tsvector generated always as (to_tsvector('dutch', text)) stored
    )`.execute(db)
  await sql`create index document_content_search on document_content using gin (search)`.execute(db)

  await sql`
    create table document_version (
      id uuid primary key default gen_random_uuid(),
      document_id uuid not null references document,
      number integer not null,
      reason text not null check (reason in ('manual', 'round-opened', 'decision', 'restore')),
      name text,
      seq bigint not null,
      state bytea not null,
      json jsonb not null,
      text text not null,
      html text not null,
      hash text not null,
      mandate_id uuid references mandate,
      created_at timestamptz not null default now(),
      unique (document_id, number)
    )`.execute(db)
}
