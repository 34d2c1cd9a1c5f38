-- Functional recipients (A-13): an entry of person with profile OFFICE or TEAM, and who belongs to it, past and present.
create table office_member (
  office    uuid        not null references person (id),
  person    uuid        not null references person (id),
  joined_at datetime(3) not null,
  left_at   datetime(3) null,
  open      boolean     null comment 'true while a member, null after',
  primary key (office, person, joined_at),
  unique key office_member_open (office, person, open),
  index office_member_person (person, open)
);
-- Whom the sender named (PERSON, OFFICE), and who receives because of an office (MEMBER) or no longer does (FORMER).
alter table recipient
  add column kind varchar(6) not null default 'PERSON' check (kind in ('PERSON', 'OFFICE', 'MEMBER', 'FORMER'))
    after person;
-- The sender confirmed that an office without any active member may be written to.
alter table message
  add column unattended boolean not null default false after days;
