-- One number for each day (Europe/Paris) and figure (S-2): counted once from the facts, read by every chart. No person.
create table daily_figure (
  day    date        not null,
  figure varchar(30) not null,
  value  bigint      not null,
  primary key (day, figure)
);
