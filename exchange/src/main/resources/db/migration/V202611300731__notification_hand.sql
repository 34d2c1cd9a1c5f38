-- Who acted with a delegation for whom a notice names (A-12, N-6).
alter table notice
  add column hand uuid null comment 'whose hand it was, where that is not whose act it is' after who;
