-- Waiting for an answer makes one follow its thread; who stops waiting stops following if it was that which began it.
alter table answers.waiting add column began_follow boolean not null default false;
