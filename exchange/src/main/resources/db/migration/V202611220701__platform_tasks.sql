-- db-scheduler 16, one table for each lane.
create table tasks (
  task_name            varchar(100) not null,
  task_instance        varchar(100) not null,
  task_data            blob,
  execution_time       timestamp(6) not null,
  picked               boolean      not null,
  picked_by            varchar(50),
  last_success         timestamp(6) null,
  last_failure         timestamp(6) null,
  consecutive_failures int,
  last_heartbeat       timestamp(6) null,
  version              bigint       not null,
  priority             smallint,
  primary key (task_name, task_instance),
  index tasks_due (execution_time),
  index tasks_heartbeat (last_heartbeat),
  index tasks_priority (priority desc, execution_time)
);
create table long_tasks like tasks;
