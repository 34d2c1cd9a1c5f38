-- Tokens for programs (P-2). The clear token is never stored.
create table api_token (
  id           uuid         not null primary key,
  person       uuid         not null,
  label        varchar(100) not null,
  hint         char(8)      not null comment 'first characters, to recognise it in a list',
  hash         binary(32)   not null comment 'SHA-256 of the clear token',
  scopes       varchar(200) not null,
  created_at   datetime(3)  not null,
  ends_at      datetime(3)  not null,
  last_used_at datetime(3)  null,
  revoked_at   datetime(3)  null,
  unique key api_token_hash (hash),
  index api_token_person (person, id),
  constraint api_token_of foreign key (person) references person (id) on delete cascade
);

-- Calls of each token in its present minute, shared by all nodes.
create table api_token_window (
  token  uuid   not null primary key,
  minute bigint not null comment 'minutes since 1970',
  used   int    not null,
  constraint api_token_window_of foreign key (token) references api_token (id) on delete cascade
);
