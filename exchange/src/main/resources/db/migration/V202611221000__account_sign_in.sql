-- Signing in with a password (A-5 to A-7). Secrets stand here as hashes only.
create table credential (
  person     uuid         not null primary key references person (id),
  version    bigint       not null,
  password   varchar(200) not null,
  changed_at datetime(3)  not null
);
-- One-time links of mails (A-3, A-5, O-3): the SHA-256 of the token, bound to person and purpose.
create table one_time_link (
  hash       binary(32)  not null primary key,
  purpose    varchar(20) not null,
  person     uuid        null references person (id),
  created_at datetime(3) not null,
  expires_at datetime(3) not null,
  used_at    datetime(3) null,
  index one_time_link_person (person, purpose, created_at),
  index one_time_link_end (expires_at)
);
-- Somebody asked for a link; whether the address exists is looked up later, by a task (A-5).
create table link_request (
  id         uuid         not null primary key,
  email      varchar(254) null,
  link       binary(32)   null,
  created_at datetime(3)  not null
);
-- Failures by account, device and source (A-7); the subject is a hash, so unknown addresses look like known ones.
create table sign_in_throttle (
  kind          varchar(10) not null,
  subject       binary(32)  not null,
  failures      int         not null,
  since         datetime(3) not null,
  last_at       datetime(3) not null,
  blocked_until datetime(3) null,
  told          boolean     not null,
  primary key (kind, subject),
  index sign_in_throttle_last (last_at)
);
create table known_device (
  hash         binary(32)  not null primary key,
  person       uuid        not null references person (id),
  created_at   datetime(3) not null,
  last_used_at datetime(3) not null,
  index known_device_person (person)
);
