-- Every running program that sends. Its leases end with it: nothing else tells how long they last.
create table sender (
    id          text        primary key,
    alive_until timestamptz not null,
    waiting_for text
);

comment on column sender.waiting_for is 'what keeps it from sending at all, for people';

-- Nothing sends while a migration runs: what was leased goes back, what may have left stays unknown.
update delivery set state = 'UNKNOWN', owner = null,
                    smtp_reply = 'The program stopped while the mail was on its way.'
where state = 'SENDING';
update delivery set state = case when attempts > 0 then 'RETRY' else 'PLANNED' end, owner = null,
                    next_attempt_at = coalesce(next_attempt_at, planned_at)
where state = 'LEASED';

drop index ix_delivery_due;
drop index ix_delivery_leased;
drop index ix_delivery_open;
alter table delivery drop column lease_until;
alter table delivery drop constraint delivery_state_check;
alter table delivery add constraint ck_delivery_state
    check (state in ('PLANNED', 'LEASED', 'SENT', 'RETRY', 'REJECTED', 'SKIPPED', 'UNKNOWN'));

-- Not a state of its own: no index knows this column, so that marking a delivery leaves every index alone.
alter table delivery add column sending_at timestamptz;
alter table delivery add column accepted_then bigint;

comment on column delivery.sending_at is 'while leased: from here on the body may be on the wire';
comment on column delivery.accepted_then is 'accepted mails of the send when this one was refused for policy';

-- Claiming takes one send at a time, in this order and no other, or PostgreSQL walks past every finished row.
create index ix_delivery_due on delivery (send_id, next_attempt_at) where state in ('PLANNED', 'RETRY');
create index ix_delivery_leased on delivery (send_id) where state = 'LEASED';

-- One index for "never twice" and for what somebody got. None but the primary key begins with created_on: on a table
-- nobody has analyzed yet the planner took the other one to find a single delivery.
alter table delivery drop constraint uq_delivery_send_subscriber;
alter table delivery add constraint uq_delivery_send_subscriber unique (subscriber_id, send_id, created_on);
drop index ix_delivery_subscriber;

alter table send add column pause_reason text;
alter table send add column paused_from text check (paused_from in ('PLANNING', 'SENDING'));

comment on column send.paused_from is 'the state to which it resumes';

drop index ix_send_state;
create index ix_send_open on send (state) where finished_at is null;

-- How far each send is, without counting a million rows. Every program adds up in rows of its own.
create table send_count (
    send_id   bigint      not null constraint fk_send_count_send references send on delete cascade,
    shard     text        not null,
    pending   bigint      not null default 0,
    retrying  bigint      not null default 0,
    sent      bigint      not null default 0,
    rejected  bigint      not null default 0,
    skipped   bigint      not null default 0,
    unknown   bigint      not null default 0,
    at        timestamptz not null default now(),
    sent_a    bigint      not null default 0,
    at_a      timestamptz not null default now(),
    sent_b    bigint      not null default 0,
    at_b      timestamptz not null default now(),
    constraint pk_send_count primary key (send_id, shard)
) with (fillfactor = 50);

comment on column send_count.at is 'the last change; sent_a at at_a is some seconds older, sent_b at at_b older still';

insert into send_count (send_id, shard, pending, retrying, sent, rejected, skipped, unknown)
select send_id, 'before',
       count(*) filter (where state = 'PLANNED'), count(*) filter (where state = 'RETRY'),
       count(*) filter (where state = 'SENT'), count(*) filter (where state = 'REJECTED'),
       count(*) filter (where state = 'SKIPPED'), count(*) filter (where state = 'UNKNOWN')
from delivery group by send_id;

-- Planning counts here, whoever plans and however the rows come in. A shard for each connection: nobody waits.
create function count_planned() returns trigger language plpgsql as $$
begin
    insert into send_count as c (send_id, shard, pending, skipped)
    select send_id, 'plan ' || pg_backend_pid(),
           count(*) filter (where state = 'PLANNED'), count(*) filter (where state = 'SKIPPED')
    from planned group by send_id
    on conflict (send_id, shard) do update
    set pending = c.pending + excluded.pending, skipped = c.skipped + excluded.skipped;
    return null;
end $$;

create trigger tr_delivery_planned after insert on delivery referencing new table as planned
    for each statement execute function count_planned();
