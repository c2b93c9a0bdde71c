import { type Kysely, sql } from 'kysely'

/** Words that come in another paragraph when proposed wording is taken over stay of who wrote them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Without a version: nothing was brought back, the words only stand elsewhere.
  await sql`alter table document_restoration alter column document_version_id drop not null`.execute(db)
}
