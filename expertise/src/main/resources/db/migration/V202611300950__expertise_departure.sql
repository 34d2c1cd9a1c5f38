-- Departure or transfer of court staff (T): what was declared, whose files it was about, and who got them.
create table departure (
  id           uuid        not null primary key,
  person       uuid        not null references person (id),
  last_day     date        not null comment 'takes effect at 00:00 (Europe/Paris) on the day after',
  successor    uuid        null comment 'declared' references person (id),
  cause        varchar(12) null comment 'RETIREMENT, TRANSFER, REPLACEMENT',
  state        varchar(10) not null comment 'DECLARED, CANCELLED, EFFECTIVE',
  declared_at  datetime(3) not null,
  changed_at   datetime(3) not null,
  effective_at datetime(3) null comment 'when it was carried out',
  heir         uuid        null comment 'who got the files, at once or by support later; null: nobody yet' references person (id),
  open         boolean     null comment 'true while it is declared, null after',
  unique key departure_open (person, open),
  index departure_due (state, last_day),
  index departure_successor (successor, state)
);
-- The files that were « En création », « En cours » or « En pause » when it took effect.
create table departure_file (
  departure   uuid        not null references departure (id),
  participant uuid        not null comment 'the role that ended' references participant (id),
  expertise   uuid        not null references expertise (id),
  successor   uuid        null comment 'the role that took its place; null: nobody, or who had it already' references participant (id),
  primary key (departure, participant),
  index departure_file_expertise (expertise)
);
-- A replacement attached later by a support operator, on somebody's request (T-4).
create table replacement (
  departure   uuid         not null primary key references departure (id),
  person      uuid         not null references person (id),
  asker       varchar(30)  not null comment 'DIRECTEUR_DE_GREFFE, MAGISTRAT_DU_CONTROLE, PRESIDENT',
  asker_name  varchar(200) not null,
  attached_at datetime(3)  not null,
  attached_by uuid         not null references person (id),
  request     uuid         not null comment 'the message that holds the request itself' references message (id)
);
