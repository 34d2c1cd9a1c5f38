-- What support operators answer (O-2): requests to attach another certificate (C-5), requests to merge accounts and the
-- merges themselves (C-6).
alter table certificate_link
  add column certificate uuid null comment 'the only one it attaches; null for any' after person,
  add constraint certificate_link_of foreign key (certificate) references certificate (id) on delete cascade;
create table certificate_request (
  id          uuid          not null primary key,
  certificate uuid          not null references certificate (id) on delete cascade,
  name        varchar(200)  not null,
  email       varchar(254)  not null,
  landline    varchar(30)   not null,
  mobile      varchar(30)   not null,
  times       varchar(200)  not null comment 'when they can be called, in their words',
  words       varchar(1000) not null,
  asked_at    datetime(3)   not null,
  state       varchar(10)   not null comment 'OPEN, APPROVED, REFUSED',
  answered_at datetime(3)   null,
  answered_by uuid          null references person (id),
  answer      varchar(500)  not null comment 'how it was checked, or why it was refused',
  index certificate_request_of (certificate, asked_at),
  index certificate_request_state (state, asked_at)
);
-- The entry of somebody who had two accounts stays as it was and points to the one that was kept.
alter table person
  add column merged_into uuid null references person (id),
  add index person_merged (merged_into);
create table merge_request (
  id          uuid         not null primary key,
  person      uuid         not null comment 'who asks, and whose account is kept' references person (id),
  name        varchar(200) not null,
  serial      varchar(64)  not null comment 'of the other account''s certificate, lower-case hexadecimal',
  email       varchar(254) not null,
  landline    varchar(30)  not null,
  mobile      varchar(30)  not null,
  times       varchar(200) not null,
  asked_at    datetime(3)  not null,
  state       varchar(10)  not null comment 'OPEN, MERGED, REFUSED',
  answered_at datetime(3)  null,
  answered_by uuid         null references person (id),
  answer      varchar(500) not null comment 'how it was checked, or why it was refused',
  index merge_request_state (state, asked_at),
  index merge_request_person (person, asked_at)
);
create table account_merge (
  id        uuid        not null primary key,
  request   uuid        not null references merge_request (id),
  kept      uuid        not null references person (id),
  absorbed  uuid        not null references person (id),
  merged_at datetime(3) not null,
  merged_by uuid        not null references person (id),
  undone_at datetime(3) null,
  undone_by uuid        null references person (id),
  unique key account_merge_request (request),
  index account_merge_of (absorbed, undone_at)
);
-- The report: what each feature moved and what it found in the way.
create table account_merge_part (
  merge     uuid        not null references account_merge (id),
  subject   varchar(40) not null,
  moves     int         not null,
  conflicts int         not null,
  primary key (merge, subject)
);
-- Each thing that moved, so that undoing moves these back and nothing else.
create table account_merge_move (
  merge   uuid        not null references account_merge (id),
  subject varchar(40) not null,
  thing   uuid        not null,
  primary key (merge, subject, thing)
);
alter table certificate add index certificate_number (serial);
