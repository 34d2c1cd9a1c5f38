-- TIMESTAMP ends in January 2038; what is staged may be due later (T-1). DATETIME holds the same instants: they come and go
-- in UTC, by the calendar that the scheduler library is given and by the zone that the application runs in. So must this
-- session be while the columns are converted, whatever the zone of the server.
set @zone = @@session.time_zone;
set time_zone = '+00:00';
alter table tasks
  modify execution_time datetime(6) not null,
  modify last_success   datetime(6) null,
  modify last_failure   datetime(6) null,
  modify last_heartbeat datetime(6) null;
alter table long_tasks
  modify execution_time datetime(6) not null,
  modify last_success   datetime(6) null,
  modify last_failure   datetime(6) null,
  modify last_heartbeat datetime(6) null;
set time_zone = @zone;
