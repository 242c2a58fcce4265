-- A copy of the database that is started elsewhere finds another's name here, and sends nothing.
create table installation (
    single      boolean     not null default true constraint ck_installation_single check (single),
    environment text        not null,
    since       timestamptz not null default now(),
    constraint pk_installation primary key (single)
);

comment on table installation is 'whose mails these are: at most one row';
