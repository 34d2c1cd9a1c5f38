-- Lists are ordered and compared as people read names: without accents and case.
alter table person
  modify first_name varchar(100) collate utf8mb4_uca1400_ai_ci not null,
  modify last_name  varchar(100) collate utf8mb4_uca1400_ai_ci not null;

alter table organisation
  modify name varchar(200) collate utf8mb4_uca1400_ai_ci not null;

-- Folded words of name, address and organisation, written with the person (X-2).
create table person_token (
  token  varchar(60) not null,
  person uuid        not null,
  primary key (token, person),
  index person_token_person (person),
  constraint person_token_of foreign key (person) references person (id) on delete cascade
);

-- One row, locked by every administration of the directory: imports and acts on entries come one after the other.
create table directory_guard (
  id tinyint not null primary key
);
insert into directory_guard (id) values (1);

-- A file given for import, between its dry run and its confirmation.
create table directory_import (
  id         uuid         not null primary key,
  owner      uuid         not null,
  file_name  varchar(255) not null,
  content    mediumblob   not null,
  plan       char(64)     not null comment 'SHA-256 of the outcome the owner was shown',
  created_at datetime(3)  not null,
  index directory_import_age (created_at),
  constraint directory_import_owner foreign key (owner) references person (id) on delete cascade
);

-- Whom an import created and who is still to be invited.
create table directory_invitation (
  person     uuid not null primary key,
  invited_by uuid not null,
  constraint directory_invitation_of foreign key (person) references person (id) on delete cascade
);
