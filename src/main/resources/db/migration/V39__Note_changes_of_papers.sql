-- Each instance keeps an index of the archive on its disk and asks here what changed since it looked last. The mark is the
-- revision that the change belongs to; ingests run one at a time, so marks become visible in their order.
create table paper_change (
    paper_id bigint not null,
    mark bigint not null,
    constraint pk_paper_change primary key (paper_id)
);

create index ix_paper_change_mark on paper_change (mark, paper_id);

comment on table paper_change is 'the last change of each paper; one that is gone keeps its row, so that indexes drop it';

insert into paper_change (paper_id, mark)
select id, (select revision from paper_revision) from paper;

create function note_paper_change(changed bigint) returns void language sql as $$
    insert into paper_change (paper_id, mark)
    values (changed, (select revision + 1 from paper_revision))
    on conflict (paper_id) do update set mark = excluded.mark where paper_change.mark <> excluded.mark
$$;

create function paper_changed() returns trigger language plpgsql as $$
begin
    perform note_paper_change(coalesce(new.id, old.id));
    return null;
end $$;

create function paper_day_changed() returns trigger language plpgsql as $$
begin
    perform note_paper_change(coalesce(new.paper_id, old.paper_id));
    return null;
end $$;

create function papers_truncated() returns trigger language plpgsql as $$
begin
    update paper_change set mark = (select revision + 1 from paper_revision);
    return null;
end $$;

create trigger note_change
    after insert or delete or update of title, abstract, authors, organization, keywords, upvotes, comments on paper
    for each row execute function paper_changed();
create trigger note_change after insert or update or delete on paper_day
    for each row execute function paper_day_changed();
create trigger note_truncation after truncate on paper
    for each statement execute function papers_truncated();
