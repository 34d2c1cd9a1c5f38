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
-- spring-session-jdbc; the id is stored as its SHA-256 in hex.
create table SPRING_SESSION (
  PRIMARY_ID            char(36)     not null primary key,
  SESSION_ID            char(64)     not null,
  CREATION_TIME         bigint       not null,
  LAST_ACCESS_TIME      bigint       not null,
  MAX_INACTIVE_INTERVAL int          not null,
  EXPIRY_TIME           bigint       not null,
  PRINCIPAL_NAME        varchar(100) null,
  unique key SPRING_SESSION_IX1 (SESSION_ID),
  index SPRING_SESSION_IX2 (EXPIRY_TIME),
  index SPRING_SESSION_IX3 (PRINCIPAL_NAME)
);
create table SPRING_SESSION_ATTRIBUTES (
  SESSION_PRIMARY_ID char(36)     not null,
  ATTRIBUTE_NAME     varchar(200) not null,
  ATTRIBUTE_BYTES    blob         not null,
  primary key (SESSION_PRIMARY_ID, ATTRIBUTE_NAME),
  constraint SPRING_SESSION_ATTRIBUTES_FK foreign key (SESSION_PRIMARY_ID)
    references SPRING_SESSION (PRIMARY_ID) on delete cascade
);
-- The terms of use (A-11): versions are only ever added.
create table terms (
  version      int         not null primary key,
  published_at datetime(3) not null,
  published_by uuid        null references person (id)
);
create table terms_text (
  version  int        not null references terms (version),
  language char(2)    not null,
  content  mediumtext not null,
  primary key (version, language)
);
create table terms_acceptance (
  person      uuid        not null references person (id),
  version     int         not null references terms (version),
  accepted_at datetime(3) not null,
  primary key (person, version),
  index terms_acceptance_version (version)
);
