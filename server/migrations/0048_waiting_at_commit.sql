-- Who waits is counted as the last thing of a transaction: the row of a question that many want to know at once is then
-- held for that counting alone, and not for all else that each of them does.
drop trigger waiting_is_shelved on answers.waiting;
create constraint trigger waiting_is_shelved after insert or delete on answers.waiting
  deferrable initially deferred
  for each row execute function answers.shelve_waiting();
