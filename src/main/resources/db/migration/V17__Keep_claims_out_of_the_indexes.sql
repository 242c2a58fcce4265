-- Open is what has a next attempt. A claim leaves that as it is, so no index is told of it, and where the page has room
-- the row stays on it: claiming and recording take two thirds of the time they took.
update delivery set next_attempt_at = null
where next_attempt_at is not null and state not in ('PLANNED', 'RETRY', 'LEASED');

drop index ix_delivery_due;
drop index ix_delivery_leased;
create index ix_delivery_due on delivery (send_id, budget, next_attempt_at) where next_attempt_at is not null;

comment on column delivery.next_attempt_at is 'of those open, claimed or not; null once a delivery has ended';

do $$
declare
    month regclass;
begin
    for month in select inhrelid from pg_inherits where inhparent = 'delivery'::regclass loop
        execute format('alter table %s set (fillfactor = 50)', month);
    end loop;
end $$;

create or replace function ensure_delivery_partition(day date) returns void language plpgsql as $$
declare
    month date := date_trunc('month', day);
    name  text := 'delivery_' || to_char(month, 'YYYY_MM');
begin
    if to_regclass(name) is null then
        perform pg_advisory_xact_lock(hashtext(name));
        execute format('create table if not exists %I partition of delivery for values from (%L) to (%L) '
                       'with (fillfactor = 50)', name, month, month + interval '1 month');
    end if;
end $$;
