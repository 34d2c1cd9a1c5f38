-- Negative receipts (R-4): what each recipient had not collected when the message ended, as it was known then.
create table uncollected (
  message  uuid         not null references message (id) on delete cascade,
  person   uuid         not null references person (id),
  at       datetime(3)  not null comment 'end of the message',
  files    int          not null,
  complete int          not null comment 'files downloaded completely',
  percent  tinyint      not null comment 'of all bytes, 100 only when nothing is missing',
  seen_at  datetime(3)  null,
  told     varchar(10)  null,
  told_at  datetime(3)  null,
  reminded json         not null comment 'instants',
  primary key (message, person)
);
