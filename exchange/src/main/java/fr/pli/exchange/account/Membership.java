package fr.pli.exchange.account;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is in the directory and in which state: every change of state goes through here, is journaled and told. */
@Component
class Membership {

    private final People people;
    private final SearchWords searchWords;
    private final JdbcClient jdbc;
    private final CardDoor cards;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Units units;
    private final Clock clock;

    Membership(
            People people,
            SearchWords searchWords,
            JdbcClient jdbc,
            CardDoor cards,
            Journal journal,
            ApplicationEventPublisher events,
            Units units,
            Clock clock) {
        this.people = people;
        this.searchWords = searchWords;
        this.jdbc = jdbc;
        this.cards = cards;
        this.journal = journal;
        this.events = events;
        this.units = units;
        this.clock = clock;
    }

    /** Adds an entry in state INVITED; the mail is another act. @param by null when the platform itself does it */
    UUID add(PersonRecord.Entry entry, @Nullable UUID by) {
        return units.call(() -> {
            var now = clock.instant();
            var id = Ids.next(now);
            people.save(new PersonRecord(id, entry, identify(entry), now));
            people.flush();
            searchWords.refresh(id);
            journal.append(Fact.of("person.added").by(by).about(id).detail("profile", entry.profile()));
            return id;
        });
    }

    /** Adds an entry that is usable where it was invited to, and not offered to anybody. */
    UUID addGuest(PersonRecord.Entry entry, UUID by) {
        return units.call(() -> {
            UUID id = add(entry, by);
            var person = row(id);
            person.guest = true;
            people.save(person);
            people.flush();
            return id;
        });
    }

    /** Changes what the directory says of somebody; a changed name or address gets a new identity in the journal. */
    void edit(UUID id, PersonRecord.Entry entry, @Nullable UUID by) {
        units.run(() -> {
            var person = row(id);
            var before = person.entry();
            boolean renamed = !identity(before).equals(identity(entry));
            if (renamed) {
                remember(person);
            }
            person.edit(entry, renamed ? identify(entry) : person.identity);
            // whoever administers an entry takes it over into the directory
            person.guest = person.guest && id.equals(by);
            people.save(person);
            people.flush();
            searchWords.refresh(id);
            journal.append(Fact.of("person.edited").by(by).about(id).detail("profile", entry.profile()));
        });
    }

    void activate(UUID id, @Nullable UUID by) {
        become(id, PersonState.ACTIVE, by);
    }

    void suspend(UUID id, @Nullable UUID by) {
        become(id, PersonState.SUSPENDED, by);
    }

    void depart(UUID id, @Nullable UUID by) {
        units.run(() -> {
            if (become(id, PersonState.DEPARTED, by)) {
                people.flush();
                events.publishEvent(new PersonDeparted(id, by));
            }
        });
    }

    /** Back to ACTIVE, or to INVITED for who has neither a password nor a certificate. */
    void reactivate(UUID id, @Nullable UUID by) {
        become(id, hasPassword(id) || cards.holds(id) ? PersonState.ACTIVE : PersonState.INVITED, by);
    }

    /** @return whether the state changed */
    private boolean become(UUID id, PersonState next, @Nullable UUID by) {
        return units.call(() -> {
            var person = row(id);
            boolean wasActive = person.state == PersonState.ACTIVE;
            if (!person.become(next)) {
                return false;
            }
            people.save(person);
            journal.append(Fact.of("person.state").by(by).about(id).detail("state", next));
            if (wasActive) {
                events.publishEvent(new PersonSuspended(id));
            }
            return true;
        });
    }

    private boolean hasPassword(UUID id) {
        return jdbc.sql("select count(*) from credential where person = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private PersonRecord row(UUID id) {
        return people.findById(id).orElseThrow(() -> AccountRefusal.UNKNOWN.with());
    }

    /** So that an erasure finds what the journal knew them by before. */
    private void remember(PersonRecord person) {
        jdbc.sql("insert ignore into former_identity (identity, person, until_at) values (:identity, :person, :now)")
                .param("identity", person.identity)
                .param("person", person.id)
                .param("now", clock.instant())
                .update();
    }

    private UUID identify(PersonRecord.Entry entry) {
        return journal.identify(identity(entry));
    }

    private static String identity(PersonRecord.Entry entry) {
        return identity(entry.firstName(), entry.lastName(), entry.email());
    }

    /** What the journal keeps of a person under a reference of its own. */
    static String identity(String firstName, String lastName, String email) {
        return firstName + " " + lastName + " <" + email + ">";
    }
}
