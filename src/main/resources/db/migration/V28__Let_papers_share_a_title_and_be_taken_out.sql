-- Papers with different arXiv ids may have one title.
alter table paper_alias drop constraint pk_paper_alias;
alter table paper_alias add constraint pk_paper_alias primary key (alias, paper_id);

-- The row stays when a paper is taken out, so that what was sent is known and not sent again should it come back.
alter table paper add column removed_at timestamptz;

-- The ingests by which a paper stands on a day: 0 is one of which nothing is recorded any more.
create table ingest_paper (
    ingest_id bigint not null,
    paper_id  bigint not null,
    day       date   not null,
    source    text   not null,
    constraint pk_ingest_paper primary key (paper_id, day, ingest_id),
    constraint fk_ingest_paper_paper foreign key (paper_id) references paper (id) on delete cascade
);

create index ix_ingest_paper_ingest_id on ingest_paper (ingest_id);

insert into ingest_paper (ingest_id, paper_id, day, source) select 0, paper_id, day, '' from paper_day;

alter table ingest add column undone_at timestamptz;

-- Feeds name their entries by it, so that the names stay when the program moves to another host.
alter table paper_revision add column archive uuid not null default gen_random_uuid();
