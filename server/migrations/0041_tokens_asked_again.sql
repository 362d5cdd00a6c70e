-- A digest of the blinded tokens that somebody last sent: sent again, as their answer was lost, they are counted once.
-- It tells nothing of the tokens. Nothing else remembers the request, which would hold its time.
alter table answers.tokens_given add column request_hash text not null default '';
