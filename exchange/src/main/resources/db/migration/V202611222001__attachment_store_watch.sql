-- One row: whether the store could be used when a node last looked (U-12, O-4).
create table store_watch (
  id         tinyint      not null primary key check (id = 1),
  trouble    varchar(300) comment 'why it cannot be used; null while it can',
  changed_at datetime(3)  not null comment 'since when it can, or cannot, be used'
);
-- One row: what the last comparison of store and database counted (U-13).
create table store_check (
  id       tinyint     not null primary key check (id = 1),
  ended_at datetime(3) not null,
  objects  bigint      not null comment 'that lie in the store',
  recorded bigint      not null comment 'that rows name',
  removed  bigint      not null comment 'objects no row named for a day, removed',
  spared   bigint      not null comment 'objects no row names, too many to be removed without a person'
);
-- Recorded objects that were absent or of another size, until they are back or their file is erased.
create table store_finding (
  object_name varchar(120) not null primary key,
  what        varchar(10)  not null,
  found_at    datetime(3)  not null
);
