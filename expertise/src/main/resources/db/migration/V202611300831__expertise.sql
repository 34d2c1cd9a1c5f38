-- Expertises (E): the expertise itself, its parties, who takes part, its folders and what was deposited in them.
create table expertise (
  id               uuid          not null primary key,
  version          bigint        not null,
  name             varchar(255)  not null,
  title            varchar(210)  not null,
  expert           uuid          not null references person (id),
  court            varchar(20)   not null comment 'code of the reference of courts',
  rg               varchar(20)   not null,
  mi               varchar(60)   null,
  designated_on    date          not null,
  decided_on       date          null,
  state            varchar(10)   not null,
  state_since      datetime(3)   not null,
  opened_at        datetime(3)   null comment 'when it first was OPEN',
  provision        varchar(10)   not null comment 'AWAITED, RECEIVED, WAIVED, LAPSED',
  provision_amount decimal(12,2) null comment 'euros',
  provision_due    date          null,
  provision_on     date          null comment 'received on',
  order_filed_on   date          null comment 'the judge''s order to begin without provision',
  report_due       date          null,
  created_at       datetime(3)   not null,
  created_by       uuid          not null references person (id),
  unique key expertise_name (name),
  index expertise_expert (expert, state),
  index expertise_rg (rg)
);
create table expertise_change (
  id         uuid          not null primary key,
  expertise  uuid          not null references expertise (id),
  from_state varchar(10)   not null,
  to_state   varchar(10)   not null,
  changed_by uuid          not null references person (id),
  changed_at datetime(3)   not null,
  reason     varchar(1000) null,
  index expertise_change_of (expertise, changed_at)
);
create table party (
  id              uuid         not null primary key,
  version         bigint       not null,
  expertise       uuid         not null references expertise (id),
  side            varchar(10)  not null comment 'CLAIMANT, DEFENDANT, OTHER',
  name            varchar(100) not null,
  expert_deposits boolean      not null comment 'mode « Dépôt Expert »',
  pays            boolean      not null default false comment 'pays the provision',
  position        int          not null,
  created_at      datetime(3)  not null,
  unique key party_position (expertise, position)
);
create table participant (
  id          uuid         not null primary key,
  expertise   uuid         not null references expertise (id),
  person      uuid         not null references person (id),
  role        varchar(20)  not null,
  party       uuid         null references party (id),
  joined_at   datetime(3)  not null,
  joined_by   uuid         not null references person (id),
  left_at     datetime(3)  null,
  left_by     uuid         null references person (id),
  consent_at  datetime(3)  null comment 'consent to electronic exchange (CPC 748-2)',
  consent_by  uuid         null references person (id),
  told_at     datetime(3)  null comment 'when the invitation was told: parties see the card from OPEN on',
  open        varchar(73)  null comment 'role and party while it lasts, null after',
  unique key participant_open (expertise, person, open),
  index participant_person (person, left_at, expertise),
  index participant_of (expertise, left_at)
);
create table folder (
  id         uuid         not null primary key,
  version    bigint       not null,
  expertise  uuid         not null references expertise (id),
  kind       varchar(40)  not null,
  owner      uuid         null comment 'party, or participant of the sapiteur',
  parent     uuid         null references folder (id),
  name       varchar(120) null comment 'of a subfolder; the others are named by their kind',
  place      varchar(300) not null comment 'kind and owner, or parent and folded name: what is one per expertise',
  lineage    varchar(190) not null comment 'ids from the outermost folder to this one, separated by "/"',
  documents  int          not null default 0 comment 'published in it, subfolders not included',
  created_at datetime(3)  not null,
  created_by uuid         null references person (id),
  unique key folder_place (expertise, place),
  index folder_owner (owner)
);
-- What a deposit is about beyond its message; made with the draft.
create table deposit (
  message      uuid        not null primary key references message (id),
  folder       uuid        not null references folder (id),
  depositor    uuid        not null references person (id),
  role         varchar(20) null comment 'by which it was confirmed',
  proposal     boolean     null comment 'of a party in « Confidentiel accepté » (E-8); null before confirmation',
  confirmed_at datetime(3) null,
  index deposit_folder (folder, depositor)
);
create table deposit_file (
  message  uuid        not null references deposit (message) on delete cascade,
  file     uuid        not null,
  cote     varchar(20) null,
  replaces uuid        null,
  primary key (message, file)
);
create table document (
  id           uuid          not null primary key,
  message      uuid          not null references message (id),
  file         uuid          not null references file (id),
  expertise    uuid          not null references expertise (id),
  folder       uuid          not null references folder (id),
  number       int           null comment 'in its folder, from 1, in the order of publication; null before',
  path         varchar(1000) not null,
  name         varchar(255)  not null,
  name_key     varchar(255)  not null comment 'folded, for sorting',
  length       bigint        not null,
  sha256       char(64)      not null,
  depositor    uuid          not null references person (id),
  depositor_key varchar(210) not null comment 'name then, folded, for sorting',
  role         varchar(20)   not null comment 'by which it was deposited',
  cote         varchar(20)   null,
  replaces     uuid          null references document (id),
  replaced_by  uuid          null references document (id),
  status       varchar(10)   not null comment 'PUBLISHED, PROPOSED, REFUSED',
  deposited_at datetime(3)   not null,
  published_at datetime(3)   null comment '« Ajouté le »',
  decided_at   datetime(3)   null comment 'when the expert accepted or refused a proposal',
  decided_by   uuid          null references person (id),
  refused_for  varchar(1000) null,
  night        date          null comment 'of the digest that told it (N-4)',
  unique key document_file (message, file),
  unique key document_number (folder, number),
  index document_folder (folder, status, published_at, id),
  index document_expertise (expertise, status, published_at),
  index document_night (night, published_at)
);
-- « Si décidé par l'expert »: for a participant, one document or a folder with its subfolders.
create table document_grant (
  id          uuid        not null primary key,
  expertise   uuid        not null references expertise (id),
  participant uuid        not null references participant (id),
  folder      uuid        null references folder (id),
  document    uuid        null references document (id),
  given_at    datetime(3) not null,
  given_by    uuid        not null references person (id),
  revoked_at  datetime(3) null,
  revoked_by  uuid        null references person (id),
  open        boolean     null comment 'true while it holds, null after',
  unique key grant_folder (participant, folder, open),
  unique key grant_document (participant, document, open),
  index grant_expertise (expertise, revoked_at)
);
-- Facts of a person about a document; no row before the first fact (E-6).
create table reading (
  person        uuid        not null references person (id),
  document      uuid        not null references document (id),
  seen_at       datetime(3) null,
  downloaded_at datetime(3) null,
  primary key (person, document),
  index reading_document (document)
);
-- How many of a folder's published documents a person has downloaded or deposited.
create table folder_reading (
  person    uuid not null references person (id),
  folder    uuid not null references folder (id),
  documents int  not null,
  primary key (person, folder),
  index folder_reading_folder (folder)
);
