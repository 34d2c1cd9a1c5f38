package fr.pli.exchange.account;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Time;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What administrators do with single entries of the directory. Every method is one unit of work, refused to
 * anybody else, and leaves at least one active administrator; but for {@link #leave}.
 */
@Component
public class Entries {

    /** What belongs to the entry itself and goes with it; anything else that names the person keeps it. */
    private static final List<String> SIGN_IN_DATA = List.of(
            "delete from credential where person = :id",
            "delete from one_time_link where person = :id",
            "delete from known_device where person = :id",
            "delete from terms_acceptance where person = :id",
            "delete from former_identity where person = :id");

    private final Guard guard;
    private final ParticularsCheck check;
    private final Organisations organisations;
    private final Membership membership;
    private final People people;
    private final Invitations invitations;
    private final JdbcClient jdbc;
    private final Journal journal;

    Entries(
            Guard guard,
            ParticularsCheck check,
            Organisations organisations,
            Membership membership,
            People people,
            Invitations invitations,
            JdbcClient jdbc,
            Journal journal) {
        this.guard = guard;
        this.check = check;
        this.organisations = organisations;
        this.membership = membership;
        this.people = people;
        this.invitations = invitations;
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /** Adds an entry and sends its invitation. @return its id */
    public UUID add(Person by, Particulars typed) {
        return guard.administer(by, () -> {
            ParticularsCheck.Read read = check.check(typed).orRefuse();
            people.findByEmail(read.email()).ifPresent(taken -> {
                throw DirectoryRefusal.ADDRESS_TAKEN.with(read.email());
            });
            UUID id = membership.add(entry(by, read), by.id());
            invitations.invite(id, by.id());
            return id;
        });
    }

    /**
     * Changes what the directory says of somebody.
     *
     * @param version of the entry as it was seen
     */
    public void change(Person by, UUID id, long version, Particulars typed) {
        guard.administer(by, () -> {
            ParticularsCheck.Read read = check.check(typed).orRefuse();
            PersonRecord before = found(id);
            if (before.version == null || before.version != version) {
                throw DirectoryRefusal.CHANGED_MEANWHILE.with();
            }
            people.findByEmail(read.email())
                    .filter(other -> !other.id.equals(id))
                    .ifPresent(taken -> {
                        throw DirectoryRefusal.ADDRESS_TAKEN.with(read.email());
                    });
            boolean moved = !before.email.equals(read.email()) && before.state == PersonState.INVITED;
            membership.edit(id, entry(by, read), by.id());
            guard.keepAnAdministrator();
            if (moved) {
                invitations.invite(id, by.id());
            }
            return id;
        });
    }

    /** Takes access away until {@link #reactivate}. */
    public void suspend(Person by, UUID id) {
        guard.administer(by, () -> {
            found(id);
            membership.suspend(id, by.id());
            people.flush();
            guard.keepAnAdministrator();
            return id;
        });
    }

    /** Takes access away from somebody who has left. */
    public void depart(Person by, UUID id) {
        guard.administer(by, () -> {
            found(id);
            membership.depart(id, by.id());
            people.flush();
            guard.keepAnAdministrator();
            return id;
        });
    }

    /** Takes access away from somebody of a court whose declared last day is over (T-2): the platform's own act. */
    public void leave(UUID id) {
        guard.hold();
        membership.depart(id, null);
    }

    /** Gives access back after a suspension or a departure. */
    public void reactivate(Person by, UUID id) {
        guard.administer(by, () -> {
            PersonState state = found(id).state;
            if (state != PersonState.SUSPENDED && state != PersonState.DEPARTED) {
                throw DirectoryRefusal.STATE_FORBIDS.with();
            }
            membership.reactivate(id, by.id());
            return id;
        });
    }

    /** Sends the invitation of somebody who has not yet followed it once more. */
    public void invite(Person by, UUID id) {
        guard.administer(by, () -> {
            if (found(id).state != PersonState.INVITED) {
                throw DirectoryRefusal.STATE_FORBIDS.with();
            }
            invitations.invite(id, by.id());
            return id;
        });
    }

    /** Removes an entry on which nothing hangs; refused with the advice to suspend it otherwise. */
    public void remove(Person by, UUID id) {
        try {
            guard.administer(by, () -> {
                found(id);
                SIGN_IN_DATA.forEach(sql -> jdbc.sql(sql).param("id", id).update());
                jdbc.sql("delete from person where id = :id").param("id", id).update();
                guard.keepAnAdministrator();
                journal.append(Fact.of("person.removed").by(by.id()).about(id));
                return id;
            });
        } catch (DataIntegrityViolationException somethingHangs) {
            throw DirectoryRefusal.ENTRY_IN_USE.with();
        }
    }

    private PersonRecord.Entry entry(Person by, ParticularsCheck.Read read) {
        UUID organisation = organisations
                .known(by, read.organisation())
                .orElseThrow(() -> DirectoryRefusal.ORGANISATION_REQUIRED.with(read.organisation()));
        return new PersonRecord.Entry(
                read.email(),
                read.firstName(),
                read.lastName(),
                organisation,
                read.profile(),
                read.languageOr(Locale.FRENCH),
                read.zoneOr(Time.PARIS));
    }

    /** What was erased is nobody's entry any more. */
    private boolean erased(UUID id) {
        return jdbc.sql("select erased_at is not null from person where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private PersonRecord found(UUID id) {
        return people.findById(id)
                .filter(person -> !person.profile.functional() && !erased(id))
                .orElseThrow(DirectoryRefusal.NOT_FOUND::with);
    }
}
