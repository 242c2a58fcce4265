-- Lists and look-ups by id ask the primary key for the deliveries of the sends in question, and never the whole ledger. No
-- index of a delivery that ends is touched: which ids a send has is noted once for each statement that plans.
create table send_span (
    send_id  bigint  not null constraint fk_send_span_send references send on delete cascade,
    planner  integer not null,
    first_id bigint  not null,
    last_id  bigint  not null,
    constraint pk_send_span primary key (send_id, planner)
);

comment on table send_span is 'the ids of the deliveries of a send lie between these, maybe with others among them';
comment on column send_span.planner is 'the connection that planned, so that nobody waits';

insert into send_span select send_id, 0, min(id), max(id) from delivery group by send_id;

create function note_span() returns trigger language plpgsql as $$
begin
    insert into send_span as s (send_id, planner, first_id, last_id)
    select send_id, pg_backend_pid(), min(id), max(id) from planned group by send_id
    on conflict (send_id, planner) do update
    set first_id = least(s.first_id, excluded.first_id), last_id = greatest(s.last_id, excluded.last_id);
    return null;
end $$;

create trigger tr_delivery_span after insert on delivery referencing new table as planned
    for each statement execute function note_span();

-- Only strangers in an audience have an address here.
create index ix_delivery_address on delivery (lower(address)) where address is not null;

-- Whom planning, which had begun before an erasure, may still bring a delivery.
create table delivery_orphan (
    subscriber_id bigint      constraint pk_delivery_orphan primary key,
    erased_at     timestamptz not null
);

insert into delivery_orphan
select distinct d.subscriber_id, now() from delivery d
where d.subscriber_id is not null and not exists (select from subscriber s where s.id = d.subscriber_id);
