-- Designation of an expert (D): the package is a message of origin « designation », whose reference is the row here.
create table designation (
  id           uuid          not null primary key,
  state        varchar(10)   not null comment 'DRAFT, PENDING, ACCEPTED, REFUSED, WITHDRAWN, EXPIRED',
  author       uuid          not null comment 'who sent the package' references person (id),
  holder       uuid          not null comment 'whose it is now: the author, or a successor (T-2)' references person (id),
  expert       uuid          not null references person (id),
  nomenclature varchar(20)   null,
  specialty    varchar(20)   null comment 'code under which the expert was chosen',
  message      uuid          null comment 'the package; null within the transaction that makes both' references message (id),
  follows      uuid          null comment 'whose package it offers to another expert' references designation (id),
  claimant     varchar(100)  null,
  defendant    varchar(100)  null,
  court        varchar(20)   null comment 'code of the reference of courts',
  rg           varchar(20)   null,
  decided_on   date          null,
  answer_by    date          null comment 'last day on which it can be answered (Europe/Paris)',
  created_at   datetime(3)   not null,
  sent_at      datetime(3)   null,
  opened_at    datetime(3)   null comment 'by the expert',
  ended_at     datetime(3)   null,
  reminders    int           not null default 0,
  reason       varchar(15)   null comment 'of a refusal',
  comment      varchar(2000) null comment 'the expert''s, with the answer',
  joined       uuid          null comment 'files joined to the answer' references message (id),
  expertise    uuid          null comment 'that the acceptance has made' references expertise (id),
  unique key designation_message (message),
  index designation_holder (holder, state, id),
  index designation_expert (expert, state, id),
  index designation_due (state, answer_by)
);
-- Its history, as its page tells it; the journal is the proof.
create table designation_step (
  id          uuid        not null primary key,
  designation uuid        not null references designation (id) on delete cascade,
  step        varchar(12) not null comment 'SENT, OPENED, REMINDED, ACCEPTED, REFUSED, WITHDRAWN, EXPIRED, HANDED_ON',
  at          datetime(3) not null,
  person      uuid        null comment 'whose act it is; null for the platform' references person (id),
  index designation_step_of (designation, id)
);
alter table deposit add column designation uuid null comment 'whose package it is (D-8)' references designation (id);
