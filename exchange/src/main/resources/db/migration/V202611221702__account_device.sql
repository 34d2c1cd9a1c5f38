-- Whether the browser has signed its person in, or only chose a password by a link of a mail: who can read the mail has
-- not yet shown the second factor (A-7, A-8).
alter table known_device add column signed_in boolean not null default false;
