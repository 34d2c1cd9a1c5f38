-- Everything is a message. A letter has recipients; a deposit (another origin) has none.
create table message (
  id              uuid          not null primary key,
  version         bigint        not null,
  reference       varchar(24),
  sender          uuid          not null references person (id),
  origin_kind     varchar(20)   not null,
  origin          uuid,
  subject         varchar(255)  not null,
  comment         mediumtext    not null,
  days            smallint,
  state           varchar(10)   not null,
  blocked_by      varchar(60)   comment 'refusal code that took a queued sending back to the drafts',
  blocked_file    uuid,
  created_at      datetime(3)   not null,
  changed_at      datetime(3)   not null,
  queued_at       datetime(3)   null,
  available_at    datetime(3)   null,
  ends_at         datetime(3)   null,
  ended_at        datetime(3)   null,
  file_count      int           not null default 0,
  byte_count      bigint        not null default 0,
  unique key message_reference (reference),
  index message_sent (sender, state, available_at, id),
  index message_draft (sender, state, changed_at, id),
  index message_queue (state, queued_at),
  index message_end (state, ends_at),
  index message_origin (origin_kind, origin, available_at)
);
create table recipient (
  message      uuid        not null references message (id) on delete cascade,
  person       uuid        not null references person (id),
  position     smallint    not null,
  available_at datetime(3) null comment 'copied from the message so that a box is one index range',
  seen_at      datetime(3) null,
  primary key (message, person),
  index recipient_box (person, available_at, message),
  index recipient_unread (person, seen_at, available_at)
);
create table attachment (
  message  uuid         not null references message (id) on delete cascade,
  file     uuid         not null references file (id),
  path     varchar(1000) not null,
  position int          not null,
  primary key (message, file),
  index attachment_file (file)
);
