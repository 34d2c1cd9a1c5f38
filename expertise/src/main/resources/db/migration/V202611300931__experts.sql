-- The directory of experts (S-3), beside their entries of the directory.
create table expert (
  person   uuid         not null primary key references person (id) on delete cascade,
  court    varchar(20)  null comment 'code of the court of appeal whose list they are on',
  name_key varchar(210) not null comment 'last and first name, folded: the order of lists',
  landline varchar(30)  not null,
  mobile   varchar(30)  not null,
  index expert_name (name_key, person),
  index expert_court (court, name_key, person)
);
create table expert_specialty (
  code         varchar(20) not null,
  person       uuid        not null references expert (person) on delete cascade,
  nomenclature varchar(20) not null comment 'that the code belongs to',
  position     int         not null comment 'in the order of the nomenclature',
  primary key (code, person, nomenclature),
  index expert_specialty_person (person, nomenclature, position)
);
create table expert_word (
  part   varchar(5)  not null comment 'last or first',
  word   varchar(60) not null comment 'folded',
  person uuid        not null references expert (person) on delete cascade,
  primary key (part, word, person),
  index expert_word_person (person)
);
