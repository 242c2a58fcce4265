-- A dump that was restored is another database, and does not know what was sent after it was taken.
alter table installation add column place text;
alter table installation add column restored_at timestamptz;

comment on column installation.place is 'the database that sends, and the name of the restore it came from';
comment on column installation.restored_at is 'mails of before may have left without this database knowing of it';

-- What may have left already is planned as unknown.
create or replace function count_planned() returns trigger language plpgsql as $$
begin
    insert into send_count as c (send_id, shard, pending, skipped, unknown)
    select send_id, 'plan ' || pg_backend_pid(),
           count(*) filter (where state = 'PLANNED'), count(*) filter (where state = 'SKIPPED'),
           count(*) filter (where state = 'UNKNOWN')
    from planned group by send_id
    on conflict (send_id, shard) do update
    set pending = c.pending + excluded.pending, skipped = c.skipped + excluded.skipped,
        unknown = c.unknown + excluded.unknown;
    return null;
end $$;
