package fr.pli.exchange.account;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Folding;
import fr.pli.exchange.platform.Time;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Erases what the directory and the journal know of somebody who has left. The row stays as a pseudonym, so that
 * receipts go on naming one and the same person; the journal's events stay as they are, and its leaves still verify,
 * because they hold salted hashes of what is erased.
 */
@Component
public class EntryErasure {

    /** What belongs to the person alone. */
    private static final List<String> OWN = List.of(
            "delete from credential where person = :id",
            "delete from one_time_link where person = :id",
            "delete from known_device where person = :id",
            "delete from address_change where person = :id",
            "delete from api_token where person = :id",
            "delete from directory_invitation where person = :id",
            "delete from directory_import where owner = :id",
            "delete from person_token where person = :id",
            "update office_member set open = null, left_at = :now where person = :id and open");

    private final Guard guard;
    private final People people;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EntryErasure(
            Guard guard,
            People people,
            JdbcClient jdbc,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.guard = guard;
        this.people = people;
        this.jdbc = jdbc;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * For ever, and only for somebody who has left.
     *
     * @param by an administrator
     * @param typed the person's address, typed to confirm
     */
    public void erase(Person by, UUID id, String typed) {
        guard.administer(by, () -> {
            PersonRecord person = people.findById(id)
                    .filter(found -> !found.profile.functional() && !erased(id))
                    .orElseThrow(DirectoryRefusal.NOT_FOUND::with);
            if (person.state != PersonState.DEPARTED) {
                throw DirectoryRefusal.ERASE_DEPARTED_ONLY.with();
            }
            if (!person.email.equals(typed.strip().toLowerCase(Locale.ROOT))) {
                throw DirectoryRefusal.ERASE_NOT_CONFIRMED.with();
            }
            var words =
                    new LinkedHashSet<>(Folding.words(person.firstName + " " + person.lastName + " " + person.email));
            forgetIdentities(person);
            pseudonym(person);
            OWN.forEach(sql ->
                    jdbc.sql(sql).param("id", id).param("now", clock.instant()).update());
            journal.append(Fact.of("person.erased").by(by.id()).about(id));
            events.publishEvent(new PersonErased(id, words));
            return id;
        });
    }

    private void forgetIdentities(PersonRecord person) {
        journal.eraseIdentity(person.identity);
        jdbc.sql("select identity from former_identity where person = :id")
                .param("id", person.id)
                .query(UUID.class)
                .list()
                .forEach(journal::eraseIdentity);
        jdbc.sql("delete from former_identity where person = :id")
                .param("id", person.id)
                .update();
    }

    private void pseudonym(PersonRecord person) {
        String number = person.id.toString().substring(24);
        var entry = new PersonRecord.Entry(
                "efface-" + person.id + "@invalid",
                "",
                "Personne effacée " + number,
                person.organisation,
                person.profile,
                Locale.FRENCH,
                Time.PARIS);
        person.edit(entry, journal.identify(entry.lastName()));
        people.save(person);
        people.flush();
        jdbc.sql("update person set erased_at = :now where id = :id")
                .param("now", clock.instant())
                .param("id", person.id)
                .update();
    }

    private boolean erased(UUID id) {
        return jdbc.sql("select erased_at is not null from person where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }
}
