-- The words by which expertises, documents and parties are found (S-1), written with the fact. People are found by the
-- words of the directory.
create table expertise_token (
  expertise uuid        not null references expertise (id),
  token     varchar(60) not null,
  kind      varchar(10) not null comment 'EXPERTISE, DOCUMENT, PARTY',
  ref       uuid        not null,
  primary key (expertise, token, kind, ref),
  index expertise_token_ref (ref)
);
