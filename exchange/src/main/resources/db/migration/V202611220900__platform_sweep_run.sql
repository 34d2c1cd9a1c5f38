-- The last run of each sweep, for the state page (O-4).
create table sweep_run (
  name         varchar(100) not null primary key,
  started_at   datetime(3)  not null,
  duration_ms  bigint,
  outcome      varchar(10)  not null check (outcome in ('RUNNING', 'DONE', 'FAILED')),
  last_done_at datetime(3),
  reason       varchar(500)
);
