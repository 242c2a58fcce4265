-- A refusal that speaks of us stops the relay for a while; no delivery has to remember it.
alter table delivery drop column accepted_then;

-- Sends that the program paused itself; an operator's are left as they are.
update send set state = coalesce(paused_from, 'SENDING'), paused_from = null, pause_reason = null
where state = 'PAUSED' and finished_at is null and pause_reason like 'The relay %';
