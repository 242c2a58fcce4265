-- What an operator needs to find a returned mail again; it goes with the text of the mail.
alter table bounce
    add column subject    text,
    add column message_id text;

create index ix_bounce_unread on bounce (subscriber_id, id) where kind = 'UNREAD';
