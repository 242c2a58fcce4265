-- What comes late says nothing of somebody who was erased, whichever statement brings it.
alter table delivery add column erased boolean not null default false;

comment on column delivery.erased is 'its subscriber was erased: what was sent stays as a number that leads to nobody';

create function forget_what_a_relay_said() returns trigger language plpgsql as $$
begin
    update delivery set smtp_reply = null where created_on = new.created_on and id = new.id;
    update sender_journal
    set replies = array(select case when listed.id = new.id then '' else listed.reply end
                        from unnest(accepted, replies) with ordinality listed (id, reply, place) order by place)
    where accepted @> array[new.id];
    return null;
end $$;

create trigger tr_delivery_erased after update on delivery for each row
when (new.erased and new.smtp_reply is not null) execute function forget_what_a_relay_said();

-- The bytes of a mail go as soon as it cannot leave again. The first attempt at a mail leaves none behind when it is taken,
-- so that this costs nothing where most mails end.
create function forget_mail() returns trigger language plpgsql as $$
begin
    delete from delivery_message where delivery_id = new.id;
    return null;
end $$;

create trigger tr_delivery_ended after update on delivery for each row
when (new.erased and not old.erased
      or new.state <> old.state and (new.state = 'REJECTED' or new.state in ('SENT', 'SKIPPED') and old.attempts > 0))
execute function forget_mail();

update delivery d set subscriber_id = null, erased = true, smtp_reply = null
where (subscriber_id is null and address is null)
   or (subscriber_id is not null and not exists (select from subscriber where id = d.subscriber_id));
delete from delivery_message m using delivery d
where d.id = m.delivery_id and d.state in ('SENT', 'REJECTED', 'SKIPPED');
