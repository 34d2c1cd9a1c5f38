-- The journal (R-1). Rows of event and journal are only ever added: the application may not update or delete them.
-- What an event must not hold for ever (a name, an address) stands here and may be erased; its hash stays.
create table journal_identity (
  ref        uuid         not null primary key,
  kind       varchar(10)  not null check (kind in ('PERSON', 'SOURCE')),
  salt       binary(32),
  value      varchar(600),
  hash       binary(32)   not null comment 'SHA-256(salt || value)',
  day        date         comment 'a source address has one reference for each day',
  created_at datetime(3)  not null,
  erased_at  datetime(3)  null,
  unique key journal_identity_source (kind, day, value),
  index journal_identity_age (kind, created_at)
);
create table event (
  id          uuid         not null primary key,
  kind        varchar(100) not null,
  at          datetime(0)  not null,
  actor       uuid,
  acting_for  uuid,
  message     uuid,
  file        uuid,
  subject     uuid,
  fingerprint char(64),
  size        bigint,
  source      uuid references journal_identity (ref),
  details     json         not null,
  index event_kind (kind, id),
  index event_actor (actor, id),
  index event_acting_for (acting_for, id),
  index event_message (message, id),
  index event_subject (subject, id)
);
-- Committed with its event, removed by the sequencer.
create table event_pending (
  id uuid not null primary key
);
create table journal (
  seq          bigint      not null primary key,
  event_id     uuid        not null references event (id),
  sequenced_at datetime(3) not null,
  leaf_hash    binary(32)  not null,
  unique key journal_event (event_id)
);
-- One row: whoever numbers events holds its lock.
create table journal_head (
  id   tinyint not null primary key check (id = 1),
  last bigint  not null
);
insert into journal_head (id, last) values (1, 0);
-- Noisy facts being counted: told once, then once a minute with their number.
create table event_count (
  digest  binary(32)   not null primary key,
  fact    json         not null,
  since   datetime(3)  not null,
  more    int          not null
);
