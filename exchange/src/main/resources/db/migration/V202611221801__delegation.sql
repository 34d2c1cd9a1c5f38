-- « Je laisse Z agir pour moi », between two dates (A-12). The past is kept: receipts name who acted for whom.
create table delegation (
  id         uuid        not null primary key,
  giver      uuid        not null references person (id),
  holder     uuid        not null references person (id),
  may_send   boolean     not null,
  starts_at  datetime(3) not null,
  ends_at    datetime(3) not null,
  created_at datetime(3) not null,
  ended_at   datetime(3) null comment 'revoked by the giver or given up by the holder',
  index delegation_giver (giver, ended_at, ends_at),
  index delegation_holder (holder, ended_at, ends_at)
);
-- The hand, where it was another than the sender's or the recipient's own.
alter table message add column sent_by uuid null references person (id) after sender;
alter table recipient add column seen_by uuid null references person (id) after seen_at;
alter table coverage add index coverage_for (message, acting_for);
alter table download_notice
  add column hand uuid not null references person (id) after reader,
  drop index download_notice_window,
  add unique key download_notice_window (message, reader, hand, open);
