import { type Kysely, sql } from 'kysely'

/** A workbook brings in more than measures; and what is brought in may have been reviewed elsewhere, by nobody known here. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // The sheets beside that of the measures, each with what it holds; emptied, as `rows`, once the file is carried out.
  await sql`alter table plan_import add column sheets jsonb not null default '[]'`.execute(db)
  await sql`alter table measure drop constraint measure_review`.execute(db)
  await sql`
    alter table measure add constraint measure_review
      check (reviewed_by is null or reviewed_on is not null)`.execute(db)
}
