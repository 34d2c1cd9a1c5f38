-- Reminders from the board of the contradictoire (E-9): what somebody had not downloaded then.
create table board_reminder (
  id        uuid        not null primary key,
  expertise uuid        not null references expertise (id),
  person    uuid        not null references person (id),
  sent_at   datetime(3) not null,
  sent_by   uuid        not null references person (id),
  documents json        not null comment 'ids of the documents it names',
  told      int         not null comment 'how many',
  index board_reminder_of (expertise, person, sent_at)
);
