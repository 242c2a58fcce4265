alter table delivery add column budget text not null default '';

comment on column delivery.budget is 'which group of recipient domains the mail goes to, where that group has a rate; else empty';

-- Claiming takes one group of one send at a time, so that a slow group holds up nobody else.
drop index ix_delivery_due;
create index ix_delivery_due on delivery (send_id, budget, next_attempt_at) where state in ('PLANNED', 'RETRY');

create table domain_budget (
    name   text             primary key,
    tokens double precision not null default 0,
    at     timestamptz      not null default now()
);

comment on table domain_budget is 'mails that may be claimed now, for each group; one bucket for all programs';
