-- A stored file is an ordered list of extents; an extent, once recorded, is never rewritten (U-2, U-3).
create table file (
  id             uuid          not null primary key,
  version        bigint        not null,
  owner          uuid          not null references person (id),
  length         bigint        not null check (length > 0),
  received       bigint        not null,
  state          varchar(20)   not null,
  claimed_sha256 char(64),
  sha256         char(64),
  crc32          bigint,
  media_type     varchar(200),
  reason         varchar(200),
  deliverable    boolean       not null,
  bucket         varchar(60),
  wrapped_key    varbinary(100),
  manifest       varbinary(100) comment 'authentication tag of the sealed list of extents',
  created_at     datetime(3)   not null,
  waiting_since  datetime(3)   null,
  analysed_at    datetime(3)   null,
  kept_until     datetime(3)   null,
  erased_at      datetime(3)   null,
  erasable_after datetime(3)   null comment 'from then on no backup can read it',
  index file_state (state, waiting_since),
  index file_owner (owner),
  index file_bucket (bucket)
);
create table extent (
  file         uuid         not null references file (id),
  clear_offset bigint       not null,
  clear_length bigint       not null check (clear_length > 0),
  object_name  varchar(120) not null,
  primary key (file, clear_offset),
  unique key extent_object (object_name)
);
