-- What administrators decide while the service runs (O-1); what is absent has the operator's setting.
create table policy (
  name       varchar(60)   not null primary key,
  value      varchar(4000) not null,
  changed_at datetime(3)   not null,
  changed_by uuid          not null references person (id)
);
