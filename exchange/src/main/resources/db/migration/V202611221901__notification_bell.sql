-- The bell (N-6): what somebody was told, whether by mail or not; kept for a time, then forgotten.
create table notice (
  id      uuid        not null primary key,
  person  uuid        not null references person (id),
  kind    varchar(20) not null,
  message uuid        not null references message (id) on delete cascade,
  who     uuid        null comment 'whose act it tells, where that is not the sender',
  at      datetime(3) not null,
  read_at datetime(3) null,
  index notice_list (person, id),
  index notice_unread (person, read_at, id),
  index notice_message (person, message, read_at),
  index notice_age (at)
);
-- Reminders of the sender (X-8): the number decides between two that are sent at once.
create table reminder (
  message uuid        not null references message (id) on delete cascade,
  person  uuid        not null references person (id),
  number  smallint    not null,
  at      datetime(3) not null,
  mail    uuid        null,
  primary key (message, person, number)
);
-- A warning is about one end: when the end moves, there is another to be warned of.
alter table ending_warning
  add column ends_at datetime(3) not null,
  drop primary key,
  add primary key (message, number, ends_at);
