-- Fills the expertise @expertise of a demonstration for `ops/bench expertise`: 10,000 documents without bytes in @folder,
-- published yesterday, 57 more lawyers, and 500 more expertises of @expert and @lawyer with unread documents in each.
set session foreign_key_checks = 0, transaction_isolation = 'READ-COMMITTED', max_statement_time = 0;
set @expert = convert(@expert using utf8mb4), @lawyer = convert(@lawyer using utf8mb4);
set @yesterday = utc_timestamp(3) - interval 1 day;

create or replace function pli.bench_id(kind char(1), number bigint) returns char(36) deterministic no sql
  return concat('01990000-0000-7000-8', hex(ascii(kind)), '0-', lpad(number, 12, '0'));

set @template = (select id from document where folder = @folder order by number limit 1);
set @claimant = (select convert(id using utf8mb4) from party where expertise = @expertise order by position limit 1);

insert into person (id, version, email, first_name, last_name, organisation, profile, state, language, time_zone, identity,
                    created_at)
select bench_id('p', seq), 0, concat('avocat', seq, '@bench.example'), 'Anne', concat('Nom', seq),
       (select organisation from person where id = @lawyer), 'LAWYER', 'ACTIVE', 'fr', 'Europe/Paris', bench_id('i', seq),
       @yesterday
from seq_1_to_57;
insert into participant (id, expertise, person, role, party, joined_at, joined_by, consent_at, consent_by, told_at, open)
select bench_id('a', seq), @expertise, bench_id('p', seq), 'AVOCAT', @claimant, @yesterday, @expert, @yesterday,
       bench_id('p', seq), @yesterday, concat('AVOCAT ', @claimant)
from seq_1_to_57;

insert into file (id, version, owner, length, received, state, sha256, crc32, media_type, deliverable, created_at,
                  analysed_at, kept_until)
select bench_id('f', seq), 0, @expert, 10000, 10000, 'CLEAN', sha2(seq, 256), 0, 'application/pdf', true, @yesterday,
       @yesterday, null
from seq_1_to_10000;
insert into document (id, message, file, expertise, folder, number, path, name, name_key, length, sha256, depositor,
                      depositor_key, role, status, deposited_at, published_at)
select bench_id('d', seq), t.message, bench_id('f', seq), @expertise, @folder,
       seq + (select max(number) from document where folder = @folder), concat('piece ', seq, '.pdf'),
       concat('piece ', seq, '.pdf'), concat('piece ', seq, '.pdf'), 10000 + seq % 5000, sha2(seq, 256), t.depositor,
       t.depositor_key, t.role, 'PUBLISHED', @yesterday, @yesterday + interval seq second - interval 3 hour
from seq_1_to_10000 join document t on t.id = @template;
update folder set documents = documents + 10000 where id = @folder;
update folder_reading set documents = documents + 10000 where folder = @folder and person = @expert;

insert into expertise (id, version, name, title, expert, court, rg, designated_on, state, state_since, opened_at,
                       provision, provision_on, created_at, created_by)
select bench_id('e', seq), 0, concat('Affaire ', seq), concat('Affaire ', seq), @expert, court, concat('26/', 10000 + seq),
       designated_on, 'OPEN', @yesterday, @yesterday, 'RECEIVED', provision_on, @yesterday, @expert
from seq_1_to_500 join expertise e on e.id = @expertise;
insert into party (id, version, expertise, side, name, expert_deposits, position, created_at)
select bench_id('y', seq), 0, bench_id('e', seq), 'CLAIMANT', concat('Demandeur ', seq), false, 0, @yesterday
from seq_1_to_500;
insert into participant (id, expertise, person, role, party, joined_at, joined_by, consent_at, consent_by, told_at, open)
select bench_id('x', seq), bench_id('e', seq), @expert, 'EXPERT', null, @yesterday, @expert, null, null, @yesterday, 'EXPERT'
from seq_1_to_500
union all
select bench_id('l', seq), bench_id('e', seq), @lawyer, 'AVOCAT', bench_id('y', seq), @yesterday, @expert, @yesterday,
       @lawyer, @yesterday, concat('AVOCAT ', bench_id('y', seq))
from seq_1_to_500;
insert into folder (id, version, expertise, kind, owner, place, lineage, documents, created_at)
select id, 0, expertise, kind, null, kind, id, 3, @yesterday
from (select bench_id('o', 100 * seq + row_number() over (partition by seq order by f.kind)) as id,
             bench_id('e', seq) as expertise, f.kind
      from seq_1_to_500 join folder f on f.expertise = @expertise and f.owner is null and f.parent is null) made;
analyze table expertise, party, participant, folder, document, file;
