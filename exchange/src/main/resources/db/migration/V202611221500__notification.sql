-- What each person does not want to be told by mail (N-2): everything is wanted until it is unticked.
create table unwanted_notice (
  person uuid        not null references person (id),
  notice varchar(20) not null,
  primary key (person, notice)
);
-- Recipients who had chosen not to be told of new messages: « non notifié (choix du destinataire) » (X-8).
create table untold_recipient (
  message uuid        not null references message (id) on delete cascade,
  person  uuid        not null references person (id),
  at      datetime(3) not null,
  primary key (message, person)
);
-- One notice for what one reader downloads of one message within one window (N-3).
create table download_notice (
  id        uuid        not null primary key,
  message   uuid        not null references message (id) on delete cascade,
  reader    uuid        not null references person (id),
  open      boolean     null comment 'true while downloads are added to it, null after',
  opened_at datetime(3) not null,
  last_at   datetime(3) not null,
  closed_at datetime(3) null,
  unique key download_notice_window (message, reader, open)
);
create table download_notice_file (
  notice uuid        not null references download_notice (id) on delete cascade,
  file   uuid        not null references file (id),
  at     datetime(3) not null,
  primary key (notice, file)
);
-- Warnings before the end that have been staged: each once, whoever runs the job (N-2).
create table ending_warning (
  message uuid        not null references message (id) on delete cascade,
  number  smallint    not null,
  at      datetime(3) not null,
  primary key (message, number)
);
