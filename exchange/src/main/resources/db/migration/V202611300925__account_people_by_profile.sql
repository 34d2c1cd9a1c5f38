-- Functional recipients, or everybody of one profile, by name.
alter table person add index person_profile (profile, last_name, first_name, id);
