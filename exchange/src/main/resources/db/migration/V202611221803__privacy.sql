-- Erasure of a person's data (Q-11): the row stays as a pseudonym, and what the journal knew them by is found again.
alter table person add column erased_at datetime(3) null;
create table former_identity (
  identity uuid        not null primary key,
  person   uuid        not null references person (id),
  until_at datetime(3) not null,
  index former_identity_person (person)
);
