import { type Kysely, sql } from 'kysely'

/** What had slipped when a round of updates closed: its report says that too, for ever. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Against which baseline; null: there was none, or the round closed before this was kept.
  await sql`alter table update_round add column baseline_id uuid references baseline`.execute(db)
  await sql`
    create or replace function close_round_only() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and old.closed_at is null and new.closed_at is not null
        and (to_jsonb(new) - '{closed_at,closed_by,conclusion,baseline_id}'::text[])
          = (to_jsonb(old) - '{closed_at,closed_by,conclusion,baseline_id}'::text[]) then
        return new;
      end if;
      raise exception 'update_round is append-only, but for closing it' using errcode = 'restrict_violation';
    end $$`.execute(db)

  await sql`
    create table update_round_slippage (
      round_id uuid not null,
      measure_id uuid not null,
      slips jsonb not null check (jsonb_typeof(slips) = 'array' and slips <> '[]'),
      primary key (round_id, measure_id),
      foreign key (round_id, measure_id) references update_round_measure
    )`.execute(db)
  await sql`
    create trigger append_only before update or delete on update_round_slippage
    for each row execute function refuse_change()`.execute(db)
}
