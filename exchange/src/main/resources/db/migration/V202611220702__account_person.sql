-- The directory (A-1). Columns about signing in stand in tables of their own.
create table organisation (
  id      uuid         not null primary key,
  name    varchar(200) not null,
  kind    varchar(10)  not null check (kind in ('BODY', 'COURT')),
  version bigint       not null,
  unique key organisation_name (name)
);
create table person (
  id           uuid         not null primary key,
  version      bigint       not null,
  email        varchar(254) not null,
  first_name   varchar(100) not null,
  last_name    varchar(100) not null,
  organisation uuid         not null references organisation (id),
  profile      varchar(20)  not null,
  state        varchar(20)  not null,
  language     char(2)      not null,
  time_zone    varchar(40)  not null,
  identity     uuid         not null,
  created_at   datetime(3)  not null,
  unique key person_email (email),
  index person_organisation (organisation),
  index person_name (last_name, first_name, id)
);
