-- A notice may be about something that is no message; its feature says what the reader may still know of it (N-6).
alter table notice
  modify column kind varchar(60) not null,
  modify column message uuid null,
  add column about uuid null comment 'what it is about, where that is no message' after message,
  add index notice_about (person, about, read_at);
