-- Each order of a box is one index range: what it is sorted by is copied, folded, when the message is made available.
alter table attachment add column length bigint not null after path;
alter table message
  add column subject_key varchar(80) after subject,
  drop index message_sent,
  add index message_abandoned (state, changed_at),
  add index message_sent_date (sender, available_at, id),
  add index message_sent_subject (sender, subject_key, id),
  add index message_sent_bytes (sender, byte_count, id);
alter table recipient
  add column subject_key varchar(80),
  add column sender_key varchar(80),
  add column bytes bigint,
  add column ends_at datetime(3) null,
  add index recipient_subject (person, subject_key, message),
  add index recipient_sender (person, sender_key, message),
  add index recipient_bytes (person, bytes, message),
  add index recipient_end (person, ends_at, seen_at);

-- Folded words of a message (subject, names, file names) in the boxes of its sender and of each recipient (X-6).
create table message_token (
  person  uuid        not null,
  token   varchar(60) not null,
  message uuid        not null,
  primary key (person, token, message),
  index message_token_message (person, message, token)
);
