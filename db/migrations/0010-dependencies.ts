import { type Kysely, sql } from 'kysely'

/** How measures of one plan hang together; what blocks never goes round in a circle. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table measure add constraint measure_of_plan unique (id, plan_id)`.execute(db)

  // Read from left to right: `from_id` blocks, supports, overlaps, conflicts with, or needs regulation of `to_id`.
  await sql`
    create table dependency (
      id uuid primary key default gen_random_uuid(),
      plan_id uuid not null references plan,
      from_id uuid not null,
      to_id uuid not null,
      kind text not null check (kind in ('blocks', 'supports', 'overlaps', 'conflicts', 'needs-regulation')),
      note text not null default '',
      is_demo boolean not null default false,
      made_by uuid references mandate,
      made_at timestamptz not null default now(),
      check (from_id <> to_id),
      foreign key (from_id, plan_id) references measure (id, plan_id),
      foreign key (to_id, plan_id) references measure (id, plan_id)
    )`.execute(db)
  await sql`create unique index dependency_once on dependency (from_id, to_id, kind)`.execute(db)
  // What holds both ways is there once, whichever way it was written.
  await sql`
    create unique index dependency_mutual_once on dependency (least(from_id, to_id), greatest(from_id, to_id), kind)
    where kind in ('overlaps', 'conflicts')`.execute(db)
  await sql`create index dependency_to on dependency (to_id)`.execute(db)
  await sql`create index dependency_plan on dependency (plan_id, kind)`.execute(db)

  // One at a time for a plan: who waited for the lock sees what the other added.
  await sql`
    create function refuse_blocking_circle() returns trigger language plpgsql as $$
    begin
      if new.kind <> 'blocks' then return new; end if;
      perform 1 from plan where id = new.plan_id for no key update;
      if exists (
        with recursive after (id) as (
          select new.to_id
          union
          select dependency.to_id from dependency join after on dependency.from_id = after.id
          where dependency.kind = 'blocks'
        )
        select 1 from after where id = new.from_id
      ) then
        raise exception 'what is blocked would block itself'
          using errcode = 'check_violation', constraint = 'dependency_no_circle', table = 'dependency';
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger no_circle before insert or update on dependency
    for each row execute function refuse_blocking_circle()`.execute(db)
}
