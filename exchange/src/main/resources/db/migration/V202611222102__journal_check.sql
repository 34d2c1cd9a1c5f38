-- The last check of the journal (O-4, R-3): every leaf computed again, every number there. No row before the first one.
create table journal_check (
  id      tinyint     not null primary key check (id = 1),
  at      datetime(3) not null,
  checked bigint      not null,
  fault   varchar(12) check (fault in ('CHANGED', 'MISSING', 'UNNUMBERED')),
  seq     bigint
);
