alter table delivery add column due_at timestamptz;
alter table delivery_batch add column due_at timestamptz;

comment on column delivery.due_at is 'the hour of a scheduled digest, six hours after which it is skipped; a send by hand has none';
comment on column delivery_batch.due_at is 'of each of its deliveries';

-- Of those planned before, the moment of planning is the nearest that is known.
update delivery d set due_at = d.planned_at from send s
where s.kind = 'SCHEDULED' and s.created_on = d.created_on and s.id = d.send_id
  and d.state in ('PLANNED', 'LEASED', 'RETRY');
update delivery_batch b set due_at = b.planned_at from send s where s.id = b.send_id and s.kind = 'SCHEDULED';

-- Only deliveries that are claimed one by one have an entry: as few as in ix_delivery_due.
create index ix_delivery_late on delivery (due_at) where next_attempt_at is not null and due_at is not null;

-- Nothing claims the deliveries of a finished send, so whatever was left open in one has ended.
select spell_out_batches(array(
    select b.id from delivery_batch b join send s on s.id = b.send_id where s.finished_at is not null and b.owner is null));
update delivery d
set state = case when s.state = 'DONE' and s.kind = 'MANUAL' then 'REJECTED' else 'SKIPPED' end,
    reason = case when s.state = 'CANCELLED' then 'CANCELLED' when s.kind = 'MANUAL' then 'GAVE_UP' else 'TOO_LATE' end,
    next_attempt_at = null, owner = null
from send s
where s.finished_at is not null and s.created_on = d.created_on and s.id = d.send_id and d.next_attempt_at is not null;

-- Late results made some counts drift. Whoever moves a delivery now waits for this table and adds to what is true.
lock table send_count in share row exclusive mode;
create temporary table recounted on commit drop as
select s.id from send s left join send_count c on c.send_id = s.id
group by s.id having s.finished_at is null or sum(c.pending) <> 0 or sum(c.retrying) <> 0;
delete from send_count where send_id in (select id from recounted);
insert into send_count (send_id, shard, pending, retrying, sent, rejected, skipped, unknown)
select d.send_id, 'recounted',
       count(*) filter (where d.state in ('PLANNED', 'LEASED')), count(*) filter (where d.state = 'RETRY'),
       count(*) filter (where d.state = 'SENT'), count(*) filter (where d.state = 'REJECTED'),
       count(*) filter (where d.state = 'SKIPPED'), count(*) filter (where d.state = 'UNKNOWN')
from delivery d join send s on s.created_on = d.created_on and s.id = d.send_id
where s.id in (select id from recounted) group by d.send_id;
