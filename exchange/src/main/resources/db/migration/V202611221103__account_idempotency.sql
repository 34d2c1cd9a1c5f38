-- Answers to creations that carried an Idempotency-Key, kept for 24 hours (P-2).
create table idempotency (
  person       uuid         not null,
  request_key  varchar(255) not null,
  request_hash binary(32)   not null,
  status       smallint     null comment 'null while the first request is under way',
  content_type varchar(100) null,
  location     varchar(500) null,
  body         mediumblob   null,
  created_at   datetime(3)  not null,
  primary key (person, request_key),
  index idempotency_age (created_at),
  constraint idempotency_of foreign key (person) references person (id) on delete cascade
);
