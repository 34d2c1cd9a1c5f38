package fr.pli.exchange.account;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Time;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Functional recipients and who belongs to them. An office is an entry of the directory with a profile of its own;
 * its row is held while members change and while a message leaves for it, so that a message reaches whoever is a member
 * when it leaves, and each later change finds it (ADR 0031).
 */
@Component
public class Offices {

    private static final String SELECT = """
            select p.id, p.version, p.last_name, p.email, o.name as organisation, p.profile, p.state,
                   (select count(*) from office_member m where m.office = p.id and m.open) as members,
                   (select count(*) from office_member m join person q on q.id = m.person
                    where m.office = p.id and m.open and q.state = 'ACTIVE') as active
            from person p join organisation o on o.id = p.organisation
            where p.profile in ('OFFICE', 'TEAM')
            """;

    private final Guard guard;
    private final Membership membership;
    private final People people;
    private final Organisations organisations;
    private final Directory directory;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Offices(
            Guard guard,
            Membership membership,
            People people,
            Organisations organisations,
            Directory directory,
            JdbcClient jdbc,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.guard = guard;
        this.membership = membership;
        this.people = people;
        this.organisations = organisations;
        this.directory = directory;
        this.jdbc = jdbc;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** One page by name, {@code after} the id of the last one seen. @param by an administrator or support operator */
    public List<Office> page(Person by, @Nullable UUID after, int limit) {
        Guard.readersOnly(by);
        String last = after == null ? "" : find(by, after).map(Office::name).orElse("");
        return jdbc.sql(SELECT + """
                         and p.last_name >= :last and (p.last_name > :last or p.id > :after)
                        order by p.last_name, p.id limit :limit
                        """)
                .param("last", last)
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("limit", limit)
                .query(Offices::row)
                .list();
    }

    public Optional<Office> find(Person by, UUID id) {
        Guard.readersOnly(by);
        return jdbc.sql(SELECT + " and p.id = :id")
                .param("id", id)
                .query(Offices::row)
                .optional();
    }

    /** Present members by name. */
    public List<OfficeMember> members(Person by, UUID office) {
        Guard.readersOnly(by);
        Map<UUID, Instant> since = new HashMap<>();
        jdbc.sql("select person, joined_at from office_member where office = :office and open")
                .param("office", office)
                .query(row -> {
                    since.put(row.getObject("person", UUID.class), row.getObject("joined_at", Instant.class));
                });
        return directory.findAll(since.keySet()).values().stream()
                .sorted(java.util.Comparator.comparing(Person::lastName, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Person::firstName)
                        .thenComparing(Person::id))
                .map(person -> new OfficeMember(person, since.getOrDefault(person.id(), Instant.EPOCH)))
                .toList();
    }

    /** @param by an administrator @param organisation name of a court or body of the directory. @return its id */
    public UUID create(Person by, String name, String email, String organisation) {
        return guard.administer(by, () -> {
            PersonRecord.Entry entry = entry(by, null, name, email, organisation);
            UUID id = membership.add(entry, by.id());
            membership.activate(id, by.id());
            return id;
        });
    }

    /** @param version of the office as it was seen */
    public void change(Person by, UUID id, long version, String name, String email, String organisation) {
        guard.administer(by, () -> {
            PersonRecord before = office(id);
            if (before.version == null || before.version != version) {
                throw DirectoryRefusal.CHANGED_MEANWHILE.with();
            }
            membership.edit(id, entry(by, id, name, email, organisation), by.id());
            return id;
        });
    }

    /** It cannot be written to any more; what its members received stays theirs until its end. */
    public void close(Person by, UUID id) {
        guard.administer(by, () -> {
            office(id);
            membership.depart(id, by.id());
            return id;
        });
    }

    public void reopen(Person by, UUID id) {
        guard.administer(by, () -> {
            office(id);
            membership.activate(id, by.id());
            return id;
        });
    }

    /** A new member sees what the office received and has not ended yet. @param email of an entry that may receive */
    public void join(Person by, UUID id, String email) {
        guard.administer(by, () -> {
            office(id);
            Person person = directory
                    .findByEmail(email)
                    .filter(found ->
                            !found.profile().functional() && found.state().receives())
                    .orElseThrow(() -> DirectoryRefusal.MEMBER_UNKNOWN.with(email.strip()));
            lock(List.of(id), "for update");
            int added = jdbc.sql("""
                            insert into office_member (office, person, joined_at, open)
                            select :office, :person, :now, true
                            where not exists (
                              select 1 from office_member where office = :office and person = :person and open)
                            """)
                    .param("office", id)
                    .param("person", person.id())
                    .param("now", clock.instant())
                    .update();
            if (added == 0) {
                throw DirectoryRefusal.MEMBER_ALREADY.with(person.name());
            }
            journal.append(Fact.of("office.member-added")
                    .by(by.id())
                    .about(person.id())
                    .detail("office", id));
            events.publishEvent(new OfficeJoined(id, person.id()));
            return id;
        });
    }

    /** Loses access at once to what they received through the office only; what they did with it stays on record. */
    public void leave(Person by, UUID id, UUID person) {
        guard.administer(by, () -> {
            office(id);
            lock(List.of(id), "for update");
            int left = jdbc.sql("""
                            update office_member set open = null, left_at = :now
                            where office = :office and person = :person and open
                            """)
                    .param("now", clock.instant())
                    .param("office", id)
                    .param("person", person)
                    .update();
            if (left == 0) {
                throw DirectoryRefusal.NOT_FOUND.with();
            }
            journal.append(
                    Fact.of("office.member-removed").by(by.id()).about(person).detail("office", id));
            events.publishEvent(new OfficeLeft(id, person));
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
        lock(offices, "lock in share mode");
        Map<UUID, List<UUID>> ids = new HashMap<>();
        offices.forEach(office -> ids.put(office, new java.util.ArrayList<>()));
        jdbc.sql("select office, person from office_member where office in (:offices) and open order by joined_at")
                .param("offices", offices)
                .query(row -> {
                    ids.computeIfAbsent(row.getObject("office", UUID.class), same -> new java.util.ArrayList<>())
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

    private void lock(List<UUID> offices, String mode) {
        jdbc.sql("select id from person where id in (:offices) order by id " + mode)
                .param("offices", offices)
                .query(UUID.class)
                .list();
    }

    private PersonRecord.Entry entry(
            Person by, @Nullable UUID self, String typedName, String typedEmail, String organisation) {
        String name = ParticularsCheck.tidy(typedName);
        if (name.isEmpty()) {
            throw DirectoryRefusal.OFFICE_NAME_REQUIRED.with();
        }
        if (name.length() > ParticularsCheck.LONGEST_NAME) {
            throw DirectoryRefusal.NAME_TOO_LONG.with(ParticularsCheck.LONGEST_NAME);
        }
        if (ParticularsCheck.unprintable(name)) {
            throw DirectoryRefusal.NAME_MALFORMED.with();
        }
        String email = typedEmail.strip().toLowerCase(Locale.ROOT);
        if (email.isEmpty()) {
            throw DirectoryRefusal.ADDRESS_REQUIRED.with();
        }
        if (!ParticularsCheck.isAddress(email)) {
            throw DirectoryRefusal.ADDRESS_MALFORMED.with(email);
        }
        people.findByEmail(email).filter(other -> !other.id.equals(self)).ifPresent(taken -> {
            throw DirectoryRefusal.ADDRESS_TAKEN.with(email);
        });
        UUID body = organisations
                .known(by, organisation)
                .orElseThrow(() -> DirectoryRefusal.ORGANISATION_REQUIRED.with(organisation));
        boolean court = organisations
                .find(body)
                .filter(found -> found.kind() == Organisation.Kind.COURT)
                .isPresent();
        return new PersonRecord.Entry(
                email, "", name, body, court ? Profile.OFFICE : Profile.TEAM, Locale.FRENCH, Time.PARIS);
    }

    private PersonRecord office(UUID id) {
        return people.findById(id)
                .filter(found -> found.profile.functional())
                .orElseThrow(DirectoryRefusal.NOT_FOUND::with);
    }

    private static Office row(ResultSet row, int number) throws SQLException {
        return new Office(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("last_name"),
                row.getString("email"),
                row.getString("organisation"),
                Profile.valueOf(row.getString("profile")) == Profile.OFFICE,
                PersonState.valueOf(row.getString("state")) == PersonState.ACTIVE,
                row.getLong("members"),
                row.getLong("active"));
    }
}
