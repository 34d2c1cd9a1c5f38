-- Which bytes of which file each reader was handed (U-11).
create table coverage (
  reader        uuid        not null references person (id),
  acting_for    uuid        not null comment 'the reader, unless a delegation was used',
  message       uuid        not null references message (id) on delete cascade,
  file          uuid        not null references file (id),
  length        bigint      not null comment 'of the file',
  spans         json        not null comment 'disjoint [from, to) pairs in order, at most 256',
  ending        json        not null comment 'spans about to be handed over',
  bytes         bigint      not null,
  started_at    datetime(3) not null,
  last_at       datetime(3) not null,
  complete_at   datetime(3) null,
  confirmed_at  datetime(3) null,
  ending_at     datetime(3) null comment 'since when spans and ending together are the whole file',
  unobserved_at datetime(3) null comment 'when it was found that a server had died within the last bytes',
  progress_at   datetime(3) null,
  active_until  datetime(3) not null comment 'a node is handing over bytes, unless it fell silent',
  primary key (file, message, reader, acting_for),
  index coverage_message (message, reader),
  index coverage_ending (ending_at, unobserved_at)
);
