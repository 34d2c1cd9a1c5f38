-- What a file given for import is about: people, or offices and teams with their members (A-13).
alter table directory_import
  add column kind varchar(7) not null default 'PEOPLE' check (kind in ('PEOPLE', 'OFFICES')) after owner;
