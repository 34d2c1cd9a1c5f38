package fr.pli.exchange.privacy;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.DirectoryRefusal;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Units;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that is known of one person, as a zip of JSON files: for themselves, and for an administrator who
 * answers their request. No content of messages but their own words, no secret, no data of others beyond names they
 * corresponded with.
 */
@Service
public class PersonalArchive {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** File of the archive → what it holds, one object for each row. */
    private static final Map<String, String> FILES = files();

    private final Directory directory;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Units units;
    private final ObjectProvider<PersonalFile> others;

    PersonalArchive(
            Directory directory, JdbcClient jdbc, Journal journal, Units units, ObjectProvider<PersonalFile> others) {
        this.others = others;
        this.directory = directory;
        this.jdbc = jdbc;
        this.journal = journal;
        this.units = units;
    }

    private static Map<String, String> files() {
        var files = new LinkedHashMap<String, String>();
        files.put("entry", """
                select p.id, p.email, p.first_name, p.last_name, o.name as organisation, p.profile, p.state, p.language,
                       p.time_zone, p.created_at
                from person p join organisation o on o.id = p.organisation where p.id = :person
                """);
        files.put("terms", "select version, accepted_at from terms_acceptance where person = :person order by version");
        files.put("tokens", """
                select label, hint, scopes, created_at, ends_at, last_used_at, revoked_at from api_token
                where person = :person order by id
                """);
        files.put("devices", "select created_at, last_used_at from known_device where person = :person");
        files.put("second-factors", """
                select kind, label, created_at, last_used_at, suspected_at from second_factor
                where person = :person and confirmed_at is not null order by id
                """);
        files.put("recovery-codes", "select made_at, used_at from recovery_code where person = :person");
        files.put("certificates", """
                select subject, issuer_name, serial, valid_from, valid_until, attached_at, attached_by, last_used_at
                from certificate where person = :person order by id
                """);
        files.put("registrations", """
                select email, first_name, last_name, landline, mobile, postal, profile, organisation, specialties,
                       asked_at, confirmed_at
                from registration where person = :person order by id
                """);
        files.put("certificate-requests", """
                select q.name, q.email, q.landline, q.mobile, q.times, q.words, q.asked_at, q.state, q.answered_at, q.answer
                from certificate_request q join certificate c on c.id = q.certificate
                where c.person = :person order by q.id
                """);
        files.put("merge-requests", """
                select name, serial, email, landline, mobile, times, asked_at, state, answered_at, answer
                from merge_request where person = :person order by id
                """);
        files.put("address-change", "select email, asked_at, expires_at from address_change where person = :person");
        files.put("unwanted-notices", "select notice from unwanted_notice where person = :person order by notice");
        files.put("offices", """
                select o.last_name as office, m.joined_at, m.left_at from office_member m join person o on o.id = m.office
                where m.person = :person order by m.joined_at
                """);
        files.put("delegations", """
                select concat(g.first_name, ' ', g.last_name) as giver, concat(h.first_name, ' ', h.last_name) as holder,
                       d.may_send, d.starts_at, d.ends_at, d.created_at, d.ended_at
                from delegation d join person g on g.id = d.giver join person h on h.id = d.holder
                where d.giver = :person or d.holder = :person order by d.id
                """);
        files.put("messages-sent", """
                select id, reference, subject, comment, state, created_at, available_at, ends_at, ended_at, file_count,
                       byte_count
                from message where sender = :person and state <> 'DELETED' order by id
                """);
        files.put("files-sent", """
                select a.message, a.path, a.length, f.sha256, f.media_type, f.state
                from message m join attachment a on a.message = m.id join file f on f.id = a.file
                where m.sender = :person order by a.message, a.position
                """);
        files.put("messages-received", """
                select m.id, m.reference, m.subject, concat(s.first_name, ' ', s.last_name) as sender, m.state,
                       m.available_at, m.ends_at, r.seen_at
                from recipient r join message m on m.id = r.message join person s on s.id = m.sender
                where r.person = :person and m.available_at is not null order by m.id
                """);
        files.put("downloads", """
                select message, file, length, bytes, started_at, complete_at, confirmed_at from coverage
                where reader = :person or acting_for = :person order by started_at
                """);
        files.put("mails", """
                select template, address, state, created_at, changed_at from mail where reader = :person order by id
                """);
        files.put("journal", """
                select e.id, e.kind, e.at, e.message, e.file, e.fingerprint, e.size, s.value as source, e.details
                from event e left join journal_identity s on s.ref = e.source and e.actor = :person
                where e.actor = :person or e.acting_for = :person or e.subject = :person order by e.id
                """);
        return files;
    }

    /** Whether {@code by} may have the archive of {@code person}; journaled, once. */
    public void begin(Person by, UUID person) {
        if (!by.id().equals(person) && (by.profile() != Profile.ADMINISTRATOR || !by.active())) {
            throw DirectoryRefusal.ADMINISTRATORS_ONLY.with();
        }
        if (directory
                .find(person)
                .filter(found -> !found.profile().functional())
                .isEmpty()) {
            throw DirectoryRefusal.NOT_FOUND.with();
        }
        units.run(() -> journal.append(Fact.of("person.exported").by(by.id()).about(person)));
    }

    /** Writes the archive, one file after the other. */
    public void write(UUID person, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            write(file.getKey(), file.getValue(), person, zip);
        }
        for (PersonalFile file : others.orderedStream().toList()) {
            write(file.name(), file.sql(), person, zip);
        }
        zip.finish();
    }

    private void write(String name, String sql, UUID person, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry(name + ".json"));
        zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(rows(sql, person)));
        zip.closeEntry();
    }

    private List<Map<String, @Nullable Object>> rows(String sql, UUID person) {
        return jdbc.sql(sql).param("person", person).query().listOfRows().stream()
                .map(PersonalArchive::plain)
                .toList();
    }

    private static Map<String, @Nullable Object> plain(Map<String, Object> row) {
        var plain = new LinkedHashMap<String, @Nullable Object>();
        row.forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Timestamp at -> at.toInstant().toString();
            case UUID id -> id.toString();
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            case Number number -> number;
            case Boolean yes -> yes;
            default -> value.toString();
        };
    }
}
