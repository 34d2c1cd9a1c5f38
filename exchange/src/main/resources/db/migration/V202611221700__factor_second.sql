-- Second factors (A-8): one row for each app or passkey of a person. An app counts from its first right code on.
create table second_factor (
  id           uuid         not null primary key,
  person       uuid         not null references person (id) on delete cascade,
  kind         varchar(10)  not null check (kind in ('TOTP', 'PASSKEY')),
  label        varchar(100) not null,
  created_at   datetime(3)  not null,
  confirmed_at datetime(3)  null,
  last_used_at datetime(3)  null,
  suspected_at datetime(3)  null comment 'its counter went back: there may be a copy, so it opens nothing any more',
  index second_factor_person (person, id)
);
-- The secret of an app (RFC 6238), sealed by a key of the key store.
create table second_factor_totp (
  factor    uuid         not null primary key references second_factor (id) on delete cascade,
  seal_key  varchar(64)  not null,
  sealed    varbinary(128) not null,
  last_step bigint       not null comment 'steps of 30 s since 1970 of the last code used: none counts twice',
  index second_factor_totp_key (seal_key, factor)
);
-- A passkey (WebAuthn); what stands here is public.
create table second_factor_passkey (
  factor          uuid            not null primary key references second_factor (id) on delete cascade,
  credential      varbinary(1023) not null,
  attested        varbinary(4000) not null comment 'authenticator model, credential id and public key',
  counter         bigint          not null,
  verified        boolean         not null comment 'whether it verified its user when it was added',
  backup_eligible boolean         not null,
  backed_up       boolean         not null,
  transports      varchar(100)    not null,
  unique key second_factor_credential (credential)
);
-- Recovery codes: each works once; 120 random bits, so their SHA-256 is enough.
create table recovery_code (
  person  uuid        not null references person (id) on delete cascade,
  hash    binary(32)  not null,
  made_at datetime(3) not null,
  used_at datetime(3) null,
  primary key (person, hash)
);
