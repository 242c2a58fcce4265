-- Read again after an abstract has changed, and once for every paper that was there before.
alter table paper add column abbreviations_read boolean not null default false;

create index ix_paper_abbreviations_unread on paper (id) where not abbreviations_read;

-- Keys are equal for all forms of the words.
create table paper_abbreviation (
    paper_id bigint not null,
    short_key text not null,
    long_key text not null,
    short_form text not null,
    long_form text not null,
    constraint pk_paper_abbreviation primary key (paper_id, short_key, long_key),
    constraint fk_paper_abbreviation_paper foreign key (paper_id) references paper (id) on delete cascade
);

create index ix_paper_abbreviation_short_key on paper_abbreviation (short_key);

create index ix_paper_abbreviation_long_key on paper_abbreviation (long_key);
