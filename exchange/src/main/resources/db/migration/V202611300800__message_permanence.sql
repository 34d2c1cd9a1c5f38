-- What is no letter is permanent once it has left (E-5): not even the application's own database user can change it or
-- take it away. The application never tries; this is the second net. Facts about a deposit are not touched by it.
--
-- After and not before: MariaDB 11.4 fills the columns of an "insert ... select" wrongly where a table has a trigger
-- before its inserts or updates (a "not null" column computed by a function becomes null). The statement that signals is
-- undone in either case.
create trigger message_kept_update after update on message for each row
begin
  if old.origin_kind <> 'letter' and old.available_at is not null and not (
      new.id <=> old.id and new.reference <=> old.reference and new.sender <=> old.sender
      and new.sent_by <=> old.sent_by and new.origin_kind <=> old.origin_kind and new.origin <=> old.origin
      and new.subject <=> old.subject and new.comment <=> old.comment and new.days <=> old.days
      and new.state <=> old.state and new.available_at <=> old.available_at and new.ends_at <=> old.ends_at
      and new.ended_at <=> old.ended_at and new.file_count <=> old.file_count and new.byte_count <=> old.byte_count) then
    signal sqlstate '45000' set message_text = 'A deposit is permanent: it cannot be changed (E-5)';
  end if;
end;

create trigger message_kept_delete before delete on message for each row
begin
  if old.origin_kind <> 'letter' and old.available_at is not null then
    signal sqlstate '45000' set message_text = 'A deposit is permanent: it cannot be removed (E-5)';
  end if;
end;

create trigger attachment_kept_insert after insert on attachment for each row
begin
  if exists (select 1 from message m where m.id = new.message
             and m.origin_kind <> 'letter' and m.available_at is not null) then
    signal sqlstate '45000' set message_text = 'A deposit is permanent: no file can be added (E-5)';
  end if;
end;

create trigger attachment_kept_update after update on attachment for each row
begin
  if exists (select 1 from message m where m.id in (old.message, new.message)
             and m.origin_kind <> 'letter' and m.available_at is not null) then
    signal sqlstate '45000' set message_text = 'A deposit is permanent: its files cannot be changed (E-5)';
  end if;
end;

create trigger attachment_kept_delete before delete on attachment for each row
begin
  if exists (select 1 from message m where m.id = old.message
             and m.origin_kind <> 'letter' and m.available_at is not null) then
    signal sqlstate '45000' set message_text = 'A deposit is permanent: its files cannot be removed (E-5)';
  end if;
end;

-- Keys are wrapped anew; what the file is, and that it can be read without end, stays.
create trigger file_kept_update after update on file for each row
begin
  if not (new.id <=> old.id and new.owner <=> old.owner and new.length <=> old.length
          and new.received <=> old.received and new.state <=> old.state and new.sha256 <=> old.sha256
          and new.crc32 <=> old.crc32 and new.deliverable <=> old.deliverable
          and new.wrapped_key is not null and new.manifest is not null
          and (new.kept_until is null or new.kept_until <=> old.kept_until))
     and exists (select 1 from attachment a join message m on m.id = a.message
                 where a.file = old.id and m.origin_kind <> 'letter' and m.available_at is not null) then
    signal sqlstate '45000' set message_text = 'A deposit is permanent: its bytes cannot be changed (E-5)';
  end if;
end;

create trigger file_kept_delete before delete on file for each row
begin
  if exists (select 1 from attachment a join message m on m.id = a.message
             where a.file = old.id and m.origin_kind <> 'letter' and m.available_at is not null) then
    signal sqlstate '45000' set message_text = 'A deposit is permanent: its bytes cannot be removed (E-5)';
  end if;
end;

create trigger extent_kept_update after update on extent for each row
begin
  signal sqlstate '45000' set message_text = 'An extent that was recorded is never rewritten (U-2)';
end;

create trigger extent_kept_delete before delete on extent for each row
begin
  if exists (select 1 from attachment a join message m on m.id = a.message
             where a.file = old.file and m.origin_kind <> 'letter' and m.available_at is not null) then
    signal sqlstate '45000' set message_text = 'A deposit is permanent: its bytes cannot be removed (E-5)';
  end if;
end;

-- « Dépôts » of a person in one place that have not left yet.
create index message_unfinished on message (sender, origin_kind, origin, state, changed_at);
