-- What came back from later mail servers (X-8): how much of it was about mails of ours, how much was not.
create table mail_return_count (
  id      tinyint     not null primary key check (id = 1),
  bound   bigint      not null,
  unknown bigint      not null,
  last_at datetime(3) null
);
insert into mail_return_count (id, bound, unknown) values (1, 0, 0);
