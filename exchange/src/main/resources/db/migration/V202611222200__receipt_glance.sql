-- Who looked at which file in a preview (U-10).
create table glance (
  file       uuid        not null references file (id),
  message    uuid        not null references message (id) on delete cascade,
  reader     uuid        not null references person (id),
  acting_for uuid        not null comment 'the reader, unless a delegation was used',
  first_at   datetime(3) not null,
  primary key (file, message, reader, acting_for),
  index glance_message (message, reader)
);
