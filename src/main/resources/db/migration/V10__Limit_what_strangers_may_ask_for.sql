-- Buckets that leak: each request pours one measure in, and what is empty by empty_at need not be kept. Subjects are
-- networks (never a whole address), recipient domains, and everybody.
create table request_bucket (
    name     text        not null,
    subject  text        not null,
    empty_at timestamptz not null,
    constraint pk_request_bucket primary key (name, subject)
);

create index ix_request_bucket_empty_at on request_bucket (empty_at);

-- When letters of a kind left for an address, of which only a keyed hash is kept.
create table letter_count (
    hash  bytea         not null,
    kind  text          not null,
    times timestamptz[] not null,
    constraint pk_letter_count primary key (hash, kind),
    constraint ck_letter_count_kind check (kind in ('CONFIRM', 'LINK'))
);

-- A proof of work counts once, whichever instance it is shown to.
create table spent_challenge (
    challenge  text        not null,
    expires_at timestamptz not null,
    constraint pk_spent_challenge primary key (challenge)
);

create index ix_spent_challenge_expires_at on spent_challenge (expires_at);

-- A letter that is tried again is the same letter.
alter table mail_request add column counted boolean not null default false;
