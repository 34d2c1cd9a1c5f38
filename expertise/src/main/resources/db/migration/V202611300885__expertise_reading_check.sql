-- What the last nightly comparison of unread counts with the facts found (E-6).
create table reading_check (
  id       int         not null primary key comment 'always 1',
  ended_at datetime(3) not null,
  folders  int         not null comment 'that do not hold as many documents as they count',
  readings int         not null comment 'people beside folders who do not have as many as are counted'
);
