alter table subscriber add column last_due_at timestamptz;
alter table subscriber add column last_due_on date;

comment on column subscriber.last_due_at is 'when the scheduled digest before fell due: the next one is twelve hours later at least';
comment on column subscriber.last_due_on is 'on which local date: the next one is on a later one, in whatever zone';

-- Older ones hold nothing back any more.
update subscriber s set last_due_at = last.planned_at, last_due_on = last.day
from (select distinct on (d.subscriber_id) d.subscriber_id, d.planned_at, n.day
      from send n join delivery d on d.created_on = n.created_on and d.send_id = n.id
      where n.kind = 'SCHEDULED' and n.day >= current_date - 2
      order by d.subscriber_id, n.day desc) last
where last.subscriber_id = s.id;
