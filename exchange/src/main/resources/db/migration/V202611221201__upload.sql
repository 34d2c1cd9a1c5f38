-- How a stored file is being uploaded (U-1). The offset is the file's; the epoch fences overtaken requests.
create table upload (
  file       uuid         not null primary key references file (id) on delete cascade,
  owner      uuid         not null references person (id),
  epoch      bigint       not null,
  metadata   text         not null comment 'Upload-Metadata as the client gave it',
  created_at datetime(3)  not null,
  last_at    datetime(3)  not null comment 'begin of the last request',
  index upload_last (last_at)
);
