-- Certificates that were presented and found valid (C-1). One is known by the issuer's name and its serial number, never
-- by its own name; the fingerprint tells it from what another authority of the same name issued. A certificate without
-- person waits for its registration and is forgotten after some days.
create table certificate (
  id           uuid          not null primary key,
  issuer       binary(32)    not null comment 'SHA-256 of the encoded name of the issuer',
  serial       varchar(64)   not null comment 'lower-case hexadecimal',
  fingerprint  binary(32)    not null comment 'SHA-256 of the certificate',
  subject      varchar(1000) not null,
  issuer_name  varchar(1000) not null,
  holder       varchar(200)  not null,
  valid_from   datetime(3)   not null,
  valid_until  datetime(3)   not null,
  seen_at      datetime(3)   not null,
  person       uuid          null references person (id) on delete cascade,
  attached_at  datetime(3)   null,
  attached_by  varchar(20)   null comment 'registration, link or demonstration',
  last_used_at datetime(3)   null,
  warned       smallint      null comment 'days before its end of the last warning (C-7)',
  unique key certificate_name (issuer, serial),
  index certificate_person (person, attached_at),
  index certificate_end (valid_until)
);
-- What the card door hands to the main door: works once, within 60 seconds, in the browser that holds the nonce. Once
-- used, it says for half an hour which certificate this browser presented.
create table card_ticket (
  hash        binary(32)  not null primary key,
  binding     binary(32)  not null comment 'SHA-256 of the browser''s nonce',
  certificate uuid        not null references certificate (id) on delete cascade,
  made_at     datetime(3) not null,
  expires_at  datetime(3) not null,
  used_at     datetime(3) null,
  index card_ticket_binding (binding, used_at)
);
-- A link by which somebody attaches another certificate to their account (C-4).
create table certificate_link (
  hash       binary(32)  not null primary key,
  person     uuid        not null references person (id) on delete cascade,
  asked_at   datetime(3) not null,
  expires_at datetime(3) not null,
  used_at    datetime(3) null,
  index certificate_link_person (person, asked_at)
);
-- What somebody with an unknown certificate says of themselves (C-3); it counts from the confirmation of the address on.
create table registration (
  id           uuid          not null primary key,
  certificate  uuid          not null references certificate (id) on delete cascade,
  hash         binary(32)    not null comment 'of the mailed link',
  email        varchar(254)  not null,
  first_name   varchar(100)  not null,
  last_name    varchar(100)  not null,
  landline     varchar(30)   not null,
  mobile       varchar(30)   not null,
  postal       varchar(500)  not null,
  profile      varchar(20)   not null,
  organisation varchar(200)  not null,
  specialties  varchar(1000) not null comment 'codes of the nomenclature apart by spaces, experts only',
  language     char(2)       not null,
  asked_at     datetime(3)   not null,
  expires_at   datetime(3)   not null,
  confirmed_at datetime(3)   null,
  person       uuid          null references person (id) on delete cascade,
  unique key registration_hash (hash),
  index registration_certificate (certificate, asked_at),
  index registration_person (person),
  index registration_end (confirmed_at, expires_at)
);
