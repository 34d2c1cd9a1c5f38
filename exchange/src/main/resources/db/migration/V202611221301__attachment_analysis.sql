-- When administrators were last told that clamd is away: once per absence (U-6).
alter table scanner add column told_at datetime(3) null;
-- Files on which clamd failed while it worked on others (U-5).
create table analysis_failure (
  file     uuid        not null primary key references file (id) on delete cascade,
  failures int         not null,
  last_at  datetime(3) not null
);
