package fr.pli.exchange.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of a person: the aggregate through which an entry of the directory is changed. Read it as {@link Person}. */
@Entity
@Table(name = "person")
class PersonRecord {

    @Id
    UUID id;

    /** Null until stored: that is how Spring Data tells a new row. */
    @Version
    @Nullable
    Long version;

    String email;
    String firstName;
    String lastName;
    UUID organisation;

    @Enumerated(EnumType.STRING)
    Profile profile;

    @Enumerated(EnumType.STRING)
    PersonState state;

    String language;
    String timeZone;
    UUID identity;
    Instant createdAt;

    /** See {@link Person#guest}. */
    boolean guest;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected PersonRecord() {}

    /** A new entry, invited. {@code identity} stands for name and address in the journal. */
    PersonRecord(UUID id, Entry entry, UUID identity, Instant now) {
        this.id = id;
        this.email = entry.email();
        this.firstName = entry.firstName();
        this.lastName = entry.lastName();
        this.organisation = entry.organisation();
        this.profile = entry.profile();
        this.state = PersonState.INVITED;
        this.language = entry.language().getLanguage();
        this.timeZone = entry.zone().getId();
        this.identity = identity;
        this.createdAt = now;
    }

    /** Changes what a directory entry says; the caller gives a new identity when name or address changed. */
    void edit(Entry entry, UUID newIdentity) {
        email = entry.email();
        firstName = entry.firstName();
        lastName = entry.lastName();
        organisation = entry.organisation();
        profile = entry.profile();
        language = entry.language().getLanguage();
        timeZone = entry.zone().getId();
        identity = newIdentity;
    }

    Entry entry() {
        return new Entry(email, firstName, lastName, organisation, profile, Locale.of(language), ZoneId.of(timeZone));
    }

    /** @return whether the state changed */
    boolean become(PersonState next) {
        if (state == next) {
            return false;
        }
        if (!state.mayBecome(next)) {
            throw AccountRefusal.STATE.with();
        }
        state = next;
        return true;
    }

    /**
     * What the directory says of a person.
     *
     * @param email lower case
     */
    record Entry(
            String email,
            String firstName,
            String lastName,
            UUID organisation,
            Profile profile,
            Locale language,
            ZoneId zone) {

        Entry {
            email = email.strip().toLowerCase(Locale.ROOT);
        }
    }
}
