-- One row: what clamd said when a node last asked it (U-6, O-4).
create table scanner (
  id         tinyint      not null primary key check (id = 1),
  trouble    varchar(20)  comment 'why it cannot be used or trusted; null while it can',
  changed_at datetime(3)  not null comment 'since when it can, or cannot, be used',
  engine     varchar(100),
  official   boolean      not null default false comment 'false: no signatures but the test set',
  signatures datetime(3)  null comment 'when the daily signatures were made'
);
