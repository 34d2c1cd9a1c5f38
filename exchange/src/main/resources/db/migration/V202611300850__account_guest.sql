-- Entries that an expert's invitation made (A-1): nobody finds them when writing until an administrator takes them over.
alter table person add column guest boolean not null default false;
