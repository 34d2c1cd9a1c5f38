-- A message may answer another one; the first of them names the thread (X-9).
alter table message
  add column answers uuid null references message (id) on delete set null,
  add column thread uuid null references message (id) on delete set null,
  add index message_thread (thread, available_at, id);
-- Taken out of one's own box: what the box is sorted by is gone, when it came stays.
alter table recipient
  add column delivered_at datetime(3) null comment 'when it was made available to this person',
  add column removed_at datetime(3) null comment 'when this person took it out of their own box',
  add index recipient_removed (person, removed_at, message),
  add index recipient_fresh (person, seen_at, ends_at);
-- « Demander un délai »: once by each recipient for each end of a message (X-9).
create table time_request (
  id          uuid         not null primary key,
  message     uuid         not null references message (id) on delete cascade,
  person      uuid         not null references person (id),
  ends_at     datetime(3)  not null comment 'the end it was asked about',
  asked_at    datetime(3)  not null,
  reason      varchar(500) not null,
  state       varchar(10)  not null,
  answered_at datetime(3)  null,
  answer      varchar(500) not null,
  unique key time_request_once (message, person, ends_at)
);
