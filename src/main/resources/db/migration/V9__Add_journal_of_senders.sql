-- What a sender does is in its journal before it is done, and posted to the deliveries by the hundred afterwards: a
-- delivery's row changes twice, when it is claimed and when it has ended, and small commits write one small row.
create table sender_journal (
    sender     text     not null constraint fk_sender_journal_sender references sender on delete cascade,
    slot       integer  not null,
    epoch      bigint   not null default 0,
    seq        bigint   not null default 0,
    in_flight  bigint[] not null default '{}',
    accepted   bigint[] not null default '{}',
    codes      integer[] not null default '{}',
    replies    text[]   not null default '{}',
    constraint pk_sender_journal primary key (sender, slot)
) with (fillfactor = 40);

comment on table sender_journal is 'a ring for each sender: a slot is written again once it is posted';
comment on column sender_journal.epoch is 'claims of this sender up to that one are void';
comment on column sender_journal.in_flight is 'in the row of the highest seq: every delivery whose body may be on the wire';
comment on column sender_journal.accepted is 'deliveries the relay took, with its codes and replies';
comment on column delivery.sending_at is 'written by versions before the journal only';
