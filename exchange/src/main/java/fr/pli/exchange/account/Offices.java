package fr.pli.exchange.account;

import fr.pli.exchange.account.OfficeEntries.Typed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Functional recipients and who belongs to them. An office is an entry of the directory with a profile of its own;
 * its row is held while members change and while a message leaves for it, so that a message reaches whoever is a member
 * when it leaves, and each later change finds it (ADR 0031).
 */
@Component
public class Offices {

    private final Guard guard;
    private final OfficeEntries entries;
    private final Directory directory;
    private final JdbcClient jdbc;

    Offices(Guard guard, OfficeEntries entries, Directory directory, JdbcClient jdbc) {
        this.guard = guard;
        this.entries = entries;
        this.directory = directory;
        this.jdbc = jdbc;
    }

    /** @param by an administrator @param organisation name of a court or body of the directory. @return its id */
    public UUID create(Person by, String name, String email, String organisation) {
        return guard.administer(by, () -> entries.create(by, new Typed(name, email, organisation)));
    }

    /** @param version of the office as it was seen */
    public void change(Person by, UUID id, long version, String name, String email, String organisation) {
        guard.administer(by, () -> {
            PersonRecord before = entries.find(id);
            if (before.version == null || before.version != version) {
                throw DirectoryRefusal.CHANGED_MEANWHILE.with();
            }
            entries.change(by, id, new Typed(name, email, organisation));
            return id;
        });
    }

    /** It cannot be written to any more; what its members received stays theirs until its end. */
    public void close(Person by, UUID id) {
        guard.administer(by, () -> {
            entries.find(id);
            entries.close(by, id);
            return id;
        });
    }

    public void reopen(Person by, UUID id) {
        guard.administer(by, () -> {
            entries.find(id);
            entries.open(by, id);
            return id;
        });
    }

    /** A new member sees what the office received and has not ended yet. @param email of an entry that may receive */
    public void join(Person by, UUID id, String email) {
        guard.administer(by, () -> {
            entries.find(id);
            Person person = directory
                    .findByEmail(email)
                    .filter(found ->
                            !found.profile().functional() && found.state().receives())
                    .orElseThrow(() -> DirectoryRefusal.MEMBER_UNKNOWN.with(email.strip()));
            entries.join(by, id, person);
            return id;
        });
    }

    /** Loses access at once to what they received through the office only; what they did with it stays on record. */
    public void leave(Person by, UUID id, UUID person) {
        guard.administer(by, () -> {
            entries.find(id);
            entries.leave(by, id, person);
            return id;
        });
    }

    /**
     * The present members of each functional recipient among {@code recipients}, by its id. Within a unit of work they
     * stay what they are until its end.
     */
    public Map<UUID, List<Person>> members(Collection<Person> recipients) {
        List<UUID> offices = recipients.stream()
                .filter(recipient -> recipient.profile().functional())
                .map(Person::id)
                .toList();
        if (offices.isEmpty()) {
            return Map.of();
        }
        jdbc.sql("select id from person where id in (:offices) order by id lock in share mode")
                .param("offices", offices)
                .query(UUID.class)
                .list();
        Map<UUID, List<UUID>> ids = new HashMap<>();
        offices.forEach(office -> ids.put(office, new ArrayList<>()));
        jdbc.sql("select office, person from office_member where office in (:offices) and open order by joined_at")
                .param("offices", offices)
                .query(row -> {
                    ids.computeIfAbsent(row.getObject("office", UUID.class), same -> new ArrayList<>())
                            .add(row.getObject("person", UUID.class));
                });
        Map<UUID, Person> found = directory.findAll(
                ids.values().stream().flatMap(List::stream).distinct().toList());
        Map<UUID, List<Person>> members = new HashMap<>();
        ids.forEach((office, persons) -> members.put(
                office,
                persons.stream()
                        .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                        .toList()));
        return members;
    }
}
