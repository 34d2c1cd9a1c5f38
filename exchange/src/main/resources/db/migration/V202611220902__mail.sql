-- The outbox (N-1): one row for each recipient address, its text is rendered at each attempt.
create table mail (
  id          uuid         not null primary key,
  address     varchar(254) not null,
  reader      uuid,
  language    varchar(20)  not null,
  template    varchar(60)  not null,
  subject     uuid,
  refs        json         not null,
  message_id  varchar(200) not null,
  state       varchar(10)  not null,
  attempts    int          not null default 0,
  unknown     int          not null default 0 comment 'attempts that ended without an answer after the data',
  unreachable boolean      not null default false comment 'the last attempt never reached the relay',
  last_reply  varchar(500),
  created_at  datetime(3)  not null,
  changed_at  datetime(3)  not null,
  next_at     datetime(3)  null,
  index mail_subject (subject, created_at, id),
  index mail_state (state, changed_at)
);
-- One row: whether the relay could be reached at the last attempt of any node.
create table mail_relay (
  id         tinyint      not null primary key check (id = 1),
  reachable  boolean      not null,
  changed_at datetime(3)  not null,
  last_reply varchar(500)
);
insert into mail_relay (id, reachable, changed_at) values (1, true, '2026-01-01 00:00:00');
