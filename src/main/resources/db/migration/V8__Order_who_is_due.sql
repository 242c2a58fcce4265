-- A million may be due at the same moment: their order goes on by id, so that each page begins where the last one ended.
create index ix_subscriber_due on subscriber (next_due_at, id) where state = 'ACTIVE';
drop index ix_subscriber_next_due_at;
