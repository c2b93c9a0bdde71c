import { type Kysely, sql } from 'kysely'

/** A decision names the one that it corrects; items of an agenda name the rounds of positions that they are about. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Corrected once: what corrects it further corrects the correction, so that one decision stands at the end.
  await sql`alter table decision add constraint decision_in_group unique (group_id, id)`.execute(db)
  await sql`
    alter table decision
      add column corrects_id uuid check (corrects_id <> id),
      add constraint decision_corrected_once unique (corrects_id),
      add constraint decision_corrects_same_group
        foreign key (group_id, corrects_id) references decision (group_id, id)`.execute(db)

  await sql`
    create table agenda_item_round (
      agenda_item_id uuid not null references agenda_item on delete cascade,
      round_id uuid not null references position_round,
      primary key (agenda_item_id, round_id)
    )`.execute(db)
  await sql`create index agenda_item_round_round on agenda_item_round (round_id)`.execute(db)
  await sql`
    insert into agenda_item_round (agenda_item_id, round_id)
    select agenda_item.id, position_round.id from agenda_item
      join position_round on position_round.id = agenda_item.proposed_subject_id
    where agenda_item.proposed_for = 'closed-round'`.execute(db)
}
