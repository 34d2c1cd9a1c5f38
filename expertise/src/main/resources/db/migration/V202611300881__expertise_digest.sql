-- The digest of the night (N-4): one row for each person and night, made in the transaction that stages its mail.
create table digest (
  id        uuid        not null primary key,
  person    uuid        not null references person (id),
  night     date        not null comment 'Paris date at whose beginning it was due',
  made_at   datetime(3) not null,
  documents json        not null comment 'ids of what it told, in order; empty: there was nothing to tell',
  told      int         not null comment 'how many',
  unique key digest_night (person, night),
  index digest_age (told, night)
);
-- Nights whose documents were marked: the unique key decides between nodes.
create table digest_night (
  night     date        not null primary key,
  begun_at  datetime(3) not null,
  documents int         not null
);
