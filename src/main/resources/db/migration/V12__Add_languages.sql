alter table subscriber add column language text not null default 'en'
    constraint ck_subscriber_language check (language in ('en', 'de', 'zh'));

-- After an unsubscription by a page's button.
alter table mail_request drop constraint mail_request_kind_check;
alter table mail_request add constraint ck_mail_request_kind check (kind in ('SIGN_UP', 'LINK', 'GOODBYE'));

-- What pictures are drawn from, so that none of them counts a million rows.
create table audience_day (
    day    date   primary key,
    active bigint not null
);

comment on table audience_day is 'how many were subscribed, as last counted on that day';

insert into audience_day (day, active)
select day, greatest(sum(change) over (order by day), 0)
from (select day, sum(change) as change
      from (select (confirmed_at at time zone 'UTC')::date as day, 1 as change
            from subscriber where confirmed_at is not null
            union all
            select (unsubscribed_at at time zone 'UTC')::date, -1
            from subscriber where confirmed_at is not null and unsubscribed_at is not null) as came_or_left
      group by day) as by_day;

create table popular_query (
    query       text   primary key,
    subscribers bigint not null
);

comment on table popular_query is 'the filters most have, and never one that a single person has';

create index ix_send_started_at on send (started_at);
