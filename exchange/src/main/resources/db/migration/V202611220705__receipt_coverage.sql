-- Which bytes of which file each reader was handed (U-11).
create table coverage (
  reader       uuid        not null references person (id),
  acting_for   uuid        not null comment 'the reader, unless a delegation was used',
  message      uuid        not null references message (id),
  file         uuid        not null references file (id),
  spans        json        not null comment 'disjoint [from, to) pairs in order, at most 256',
  bytes        bigint      not null,
  started_at   datetime(3) not null,
  last_at      datetime(3) not null,
  complete_at  datetime(3) null,
  confirmed_at datetime(3) null,
  ending_at    datetime(3) null comment 'the last missing segment is about to be handed over',
  primary key (file, message, reader, acting_for),
  index coverage_message (message)
);
