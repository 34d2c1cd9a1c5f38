package fr.pli.exchange.account;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Time;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes functional recipients and who belongs to them, within a unit of somebody who may administer them. The row
 * of an office is held while its members change (ADR 0031).
 */
@Component
class OfficeEntries {

    /** An office as typed; {@code organisation} by its name. */
    record Typed(String name, String email, String organisation) {}

    private final Membership membership;
    private final People people;
    private final Organisations organisations;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OfficeEntries(
            Membership membership,
            People people,
            Organisations organisations,
            JdbcClient jdbc,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.membership = membership;
        this.people = people;
        this.organisations = organisations;
        this.jdbc = jdbc;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** What is wrong with name or address, before anything is asked of the directory. */
    static Optional<Flaw> flaw(String typedName, String typedEmail) {
        String name = ParticularsCheck.tidy(typedName);
        String email = address(typedEmail);
        if (name.isEmpty()) {
            return Optional.of(Flaw.of("name", DirectoryRefusal.OFFICE_NAME_REQUIRED));
        }
        if (name.length() > ParticularsCheck.LONGEST_NAME) {
            return Optional.of(Flaw.of("name", DirectoryRefusal.NAME_TOO_LONG, ParticularsCheck.LONGEST_NAME));
        }
        if (ParticularsCheck.unprintable(name)) {
            return Optional.of(Flaw.of("name", DirectoryRefusal.NAME_MALFORMED));
        }
        if (email.isEmpty()) {
            return Optional.of(Flaw.of("email", DirectoryRefusal.ADDRESS_REQUIRED));
        }
        return ParticularsCheck.isAddress(email)
                ? Optional.empty()
                : Optional.of(Flaw.of("email", DirectoryRefusal.ADDRESS_MALFORMED, email));
    }

    static String address(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    UUID create(Person by, Typed typed) {
        UUID id = membership.add(entry(by, null, typed), by.id());
        membership.activate(id, by.id());
        return id;
    }

    void change(Person by, UUID id, Typed typed) {
        membership.edit(id, entry(by, id, typed), by.id());
    }

    /** It cannot be written to any more. */
    void close(Person by, UUID id) {
        membership.depart(id, by.id());
    }

    void open(Person by, UUID id) {
        membership.activate(id, by.id());
    }

    void join(Person by, UUID office, Person person) {
        hold(office);
        int added = jdbc.sql("""
                        insert into office_member (office, person, joined_at, open)
                        select :office, :person, :now, true
                        where not exists (
                          select 1 from office_member where office = :office and person = :person and open)
                        """)
                .param("office", office)
                .param("person", person.id())
                .param("now", clock.instant())
                .update();
        if (added == 0) {
            throw DirectoryRefusal.MEMBER_ALREADY.with(person.name());
        }
        journal.append(
                Fact.of("office.member-added").by(by.id()).about(person.id()).detail("office", office));
        events.publishEvent(new OfficeJoined(office, person.id()));
    }

    void leave(Person by, UUID office, UUID person) {
        hold(office);
        int left = jdbc.sql("""
                        update office_member set open = null, left_at = :now
                        where office = :office and person = :person and open
                        """)
                .param("now", clock.instant())
                .param("office", office)
                .param("person", person)
                .update();
        if (left == 0) {
            throw DirectoryRefusal.NOT_FOUND.with();
        }
        journal.append(
                Fact.of("office.member-removed").by(by.id()).about(person).detail("office", office));
        events.publishEvent(new OfficeLeft(office, person));
    }

    PersonRecord find(UUID id) {
        return people.findById(id)
                .filter(found -> found.profile.functional())
                .orElseThrow(DirectoryRefusal.NOT_FOUND::with);
    }

    private void hold(UUID office) {
        jdbc.sql("select id from person where id = ? for update")
                .param(office)
                .query(UUID.class)
                .list();
    }

    private PersonRecord.Entry entry(Person by, @Nullable UUID self, Typed typed) {
        flaw(typed.name(), typed.email()).ifPresent(flaw -> {
            throw flaw.exception();
        });
        String email = address(typed.email());
        people.findByEmail(email).filter(other -> !other.id.equals(self)).ifPresent(taken -> {
            throw DirectoryRefusal.ADDRESS_TAKEN.with(email);
        });
        UUID body = organisations
                .known(by, typed.organisation())
                .orElseThrow(() -> DirectoryRefusal.ORGANISATION_REQUIRED.with(typed.organisation()));
        boolean court = organisations
                .find(body)
                .filter(found -> found.kind() == Organisation.Kind.COURT)
                .isPresent();
        return new PersonRecord.Entry(
                email,
                "",
                ParticularsCheck.tidy(typed.name()),
                body,
                court ? Profile.OFFICE : Profile.TEAM,
                Locale.FRENCH,
                Time.PARIS);
    }
}
