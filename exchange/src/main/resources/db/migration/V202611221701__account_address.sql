-- Domains within which the people of an organisation may change their own address (A-1, A-10): words apart by spaces.
alter table organisation add column domains varchar(1000) not null default '';
-- A changed address that waits for its confirmation: one for each person; the token is known by its SHA-256 only.
create table address_change (
  person     uuid         not null primary key references person (id) on delete cascade,
  hash       binary(32)   not null,
  email      varchar(254) not null,
  asked_at   datetime(3)  not null,
  expires_at datetime(3)  not null,
  unique key address_change_hash (hash)
);
