-- What somebody took for the answer, for their copy of their own data.
create index question_by_accepter on answers.question (accepted_by, accepted_at) where answer_id is not null;
