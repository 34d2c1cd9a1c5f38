-- What a merge ends, and an undo does not bring back: tokens, delegations between the two accounts (C-6).
alter table account_merge_part add column ends int not null default 0 after conflicts;
