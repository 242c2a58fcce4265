alter table subscriber add column paused_until date;
alter table subscriber add column note_when_empty boolean not null default false;

comment on column subscriber.paused_until is 'the first local date with a digest again';

alter table delivery add column more_ids bigint[] not null default '{}';

comment on column delivery.more_ids is 'what matched and had no room in the mail; it counts as not received';
