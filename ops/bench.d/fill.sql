-- Fills an installation with a demonstration for `ops/bench pages`: messages @from to @to of a fixed, reproducible world
-- of 20,000 people. Every tenth message is in the inbox of @reader, every tenth was sent by @writer. Three files each,
-- without bytes. Words of a box are fewer than the product writes: subject, numbers, names of files.
set session unique_checks = 0, foreign_key_checks = 0, transaction_isolation = 'READ-COMMITTED';
set @reader = convert(@reader using utf8mb4), @writer = convert(@writer using utf8mb4);
set @began = unix_timestamp('2026-01-01') * 1000;
set @now = utc_timestamp(3);

-- A UUID of version 7 whose time is @began plus so many seconds: ids sort as they were made.
create or replace function pli.bench_id(kind char(1), number bigint) returns char(36) deterministic no sql
  return insert(insert(insert(insert(
    concat(lpad(hex(unix_timestamp('2026-01-01') * 1000 + number), 12, '0'), '7', left(md5(concat(kind, number)), 3),
           '8', substr(md5(concat(kind, number)), 4, 15)), 9, 0, '-'), 14, 0, '-'), 19, 0, '-'), 24, 0, '-');

insert ignore into organisation (id, name, kind, version)
select bench_id('o', seq), concat('Organisme ', seq), if(seq % 4 = 0, 'COURT', 'BODY'), 0 from seq_1_to_200;

insert ignore into person (id, version, email, first_name, last_name, organisation, profile, state, language, time_zone,
                           identity, created_at)
select bench_id('p', seq), 0, concat('personne', seq, '@bench.example'),
       elt(1 + seq % 10, 'Anne', 'Élise', 'Hugo', 'Ines', 'Jean', 'Karim', 'Lucie', 'Marc', 'Nora', 'Paul'),
       concat('Nom', seq), bench_id('o', 1 + seq % 200), if(seq % 3 = 0, 'GREFFIER', 'PARTNER'), 'ACTIVE', 'fr',
       'Europe/Paris', bench_id('i', seq), @now
from seq_1_to_20000;

insert ignore into person_token (token, person)
select concat('nom', seq), bench_id('p', seq) from seq_1_to_20000
union all select concat('personne', seq), bench_id('p', seq) from seq_1_to_20000
union all select 'bench', bench_id('p', seq) from seq_1_to_20000
union all select concat('organisme'), bench_id('p', seq) from seq_1_to_20000
union all select elt(1 + seq % 10, 'anne', 'elise', 'hugo', 'ines', 'jean', 'karim', 'lucie', 'marc', 'nora', 'paul'),
       bench_id('p', seq) from seq_1_to_20000;

-- What a message is, once, in memory of this session.
create temporary table bench_message engine = Aria as
select seq as number, bench_id('m', seq) as id,
       if(seq % 10 = 1, @writer, bench_id('p', 1 + seq * 7919 % 20000)) as sender,
       if(seq % 10 = 0, @reader, bench_id('p', 1 + seq * 104729 % 20000)) as first,
       if(seq % 2 = 0, bench_id('p', 1 + (seq * 611953 + 7) % 20000), null) as second,
       elt(1 + seq % 16, 'conclusions', 'expertise', 'bordereau', 'ordonnance', 'convocation', 'rapport', 'devis',
           'consignation', 'annexe', 'dire', 'note', 'avis', 'jugement', 'requete', 'facture', 'releve') as word,
       @now - interval (seq % 1036800) second as at
from seq_1_to_1000000 where seq between @from and @to;

insert into message (id, version, reference, sender, origin_kind, subject, subject_key, comment, days, state, created_at,
                     changed_at, queued_at, available_at, ends_at, file_count, byte_count)
select id, 0, concat('BENCH-', number), sender, 'letter', concat(word, ' du dossier ', number),
       concat(word, ' du dossier ', number), '', 15, 'SENT', at, at, at, at, at + interval 15 day, 3, 30000 + number % 5000
from bench_message;

insert into recipient (message, person, position, available_at, seen_at, subject_key, sender_key, bytes, ends_at)
select id, first, 0, at, if(number % 3 = 0, null, at), concat(word, ' du dossier ', number), 'nom', 30000 + number % 5000,
       at + interval 15 day
from bench_message
union all
select id, second, 1, at, if(number % 3 = 1, null, at), concat(word, ' du dossier ', number), 'nom',
       30000 + number % 5000, at + interval 15 day
from bench_message where second is not null and second <> first;

insert into file (id, version, owner, length, received, state, sha256, crc32, media_type, deliverable, created_at,
                  analysed_at, kept_until)
select bench_id('f', 3 * m.number + part.seq), 0, m.sender, 10000, 10000, 'CLEAN', sha2(3 * m.number + part.seq, 256), 0,
       'application/pdf', true, m.at, m.at, m.at + interval 15 day
from bench_message m, seq_0_to_2 part;

insert into attachment (message, file, path, length, position)
select m.id, bench_id('f', 3 * m.number + part.seq), concat('piece-', part.seq + 1, '.pdf'), 10000, part.seq
from bench_message m, seq_0_to_2 part;

create temporary table bench_box engine = Aria as
select sender as person, id, word, number from bench_message
union select first, id, word, number from bench_message
union select second, id, word, number from bench_message where second is not null;

insert into message_token (person, token, message)
select person, token, id from (
  select person, word as token, id from bench_box
  union all select person, 'dossier', id from bench_box
  union all select person, cast(number as char), id from bench_box
  union all select person, 'piece', id from bench_box
  union all select person, 'pdf', id from bench_box) words
order by person, token, id;
