-- A sign-up is answered later, and by then its network would be forgotten. It goes with the request, which is deleted
-- when it is answered.
alter table mail_request add column network text;

comment on column mail_request.network is 'of a sign-up, its first 24 bits (IPv4) or 48 (IPv6)';
