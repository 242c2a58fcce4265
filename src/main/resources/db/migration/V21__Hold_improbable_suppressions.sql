-- A domain that took mail lately and suddenly knows hardly anybody: nobody of it is suppressed before an operator has decided,
-- or its refusals have become few again.
create table suppression_hold (
    domain     text        not null constraint pk_suppression_hold primary key,
    day        date        not null,
    since      timestamptz not null,
    decided_at timestamptz,
    suppress   boolean
);

comment on column suppression_hold.suppress is 'what an operator decided for that day; null while nobody has';

create table held_address (
    domain        text        not null constraint fk_held_address_hold references suppression_hold on delete cascade,
    subscriber_id bigint      not null constraint fk_held_address_subscriber references subscriber on delete cascade,
    since         timestamptz not null,
    constraint pk_held_address primary key (domain, subscriber_id)
);

create index ix_held_address_subscriber_id on held_address (subscriber_id);

-- How many of a domain were refused on a day, so that most refusals need no look at anything else.
create table domain_refusal (
    domain  text    not null,
    day     date    not null,
    refused integer not null,
    constraint pk_domain_refusal primary key (domain, day)
);

create index ix_subscriber_domain on subscriber (substring(email_key from '[^@]*$'));
create index ix_bounce_hard on bounce (delivery_on) where kind = 'HARD';
