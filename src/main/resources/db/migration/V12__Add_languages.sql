alter table subscriber add column language text not null default 'en'
    constraint ck_subscriber_language check (language in ('en', 'de', 'zh'));

-- A request for a link or a goodbye comes with no preferences of its own.
alter table mail_request drop constraint mail_request_kind_check;
alter table mail_request add constraint ck_mail_request_kind check (kind in ('SIGN_UP', 'LINK', 'GOODBYE'));
