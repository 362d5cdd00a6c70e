-- Whoever is deleted is looked for in every table that may name them: without an index, each person in each row of it.
create index push_naming_subscription on notices.push (subscription_id);
create index merging_naming_doer on answers.merging (by_id);
create index scale_assumption_naming_doer on answers.scale_assumption (by_id);
create index tokens_given_naming_person on answers.tokens_given (person_id);
create index delegate_act_naming_delegate on brief.delegate_act (delegate_id);
create index look_naming_doer on guests.look (by_id);
create index archive_naming_begun_by on import.archive (begun_by)
  where begun_by is not null;
create index upload_naming_begun_by on import.upload (begun_by);
create index deadline_naming_author on notices.deadline (author_id);
create index told_naming_doer on notices.told (by_id);
create index leaving_naming_doer on records.leaving (by_id)
  where by_id is not null;
create index hidden_words_naming_hidden_by on spaces.hidden_words (hidden_by)
  where hidden_by is not null;
create index moderation_act_naming_doer on spaces.moderation_act (by_id)
  where by_id is not null;
create index moderation_case_naming_decided_by on spaces.moderation_case (decided_by)
  where decided_by is not null;
create index moderation_case_naming_hidden_by on spaces.moderation_case (hidden_by)
  where hidden_by is not null;
create index named_group_naming_made_by on spaces.named_group (made_by);
create index poll_vote_naming_person on spaces.poll_vote (person_id);
create index reply_naming_drafted_by on spaces.reply (drafted_by)
  where drafted_by is not null;
create index shared_thread_naming_doer on spaces.shared_thread (by_id);
create index space_naming_created_by on spaces.space (created_by);
create index thread_naming_last_author on spaces.thread (last_author_id);
create index thread_naming_pinned_by on spaces.thread (pinned_by)
  where pinned_by is not null;
create index topic_alias_naming_doer on spaces.topic_alias (by_id);
create index watched_phrase_naming_added_by on spaces.watched_phrase (added_by)
  where added_by is not null;
create index day_naming_author on voices.day (author_id);
create index reading_naming_author on voices.reading (author_id);
create index unposted_naming_reply on answers.unposted (reply_id)
  where reply_id is not null;
create index unposted_naming_space on answers.unposted (space_id);
create index signed_address_naming_person on mail.signed_address (person_id);
create index question_naming_accepter on answers.question (accepted_by)
  where accepted_by is not null;
create index question_naming_owner on answers.question (owner_id)
  where owner_id is not null;
create index routing_naming_doer on answers.routing (by_id);
