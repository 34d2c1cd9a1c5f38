package fr.pli.exchange.account;

import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Units;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens the package's services to {@link fr.pli.exchange.testing.People}; tests use that one. */
@Component
public class Fixtures {

    private final Membership membership;
    private final Passwords passwords;
    private final Hashing hashing;
    private final Directory directory;
    private final Invitations invitations;
    private final ObjectProvider<SetupAnnouncement> setup;
    private final Terms terms;
    private final JdbcClient jdbc;
    private final Units units;
    private final Clock clock;
    private final Map<String, String> hashes = new ConcurrentHashMap<>();

    Fixtures(
            Membership membership,
            Passwords passwords,
            Hashing hashing,
            Directory directory,
            Invitations invitations,
            ObjectProvider<SetupAnnouncement> setup,
            Terms terms,
            JdbcClient jdbc,
            Units units,
            Clock clock) {
        this.membership = membership;
        this.passwords = passwords;
        this.hashing = hashing;
        this.directory = directory;
        this.invitations = invitations;
        this.setup = setup;
        this.terms = terms;
        this.jdbc = jdbc;
        this.units = units;
        this.clock = clock;
    }

    public UUID organisation(String name, boolean court) {
        return units.call(() -> {
            jdbc.sql("insert ignore into organisation (id, name, kind, version) values (:id, :name, :kind, 0)")
                    .param("id", Ids.next(clock.instant()))
                    .param("name", name)
                    .param("kind", court ? "COURT" : "BODY")
                    .update();
            return jdbc.sql("select id from organisation where name = :name")
                    .param("name", name)
                    .query(UUID.class)
                    .single();
        });
    }

    public Person add(Person like, String password, PersonState state, boolean terms) {
        var entry = new PersonRecord.Entry(
                like.email(),
                like.firstName(),
                like.lastName(),
                like.organisationId(),
                like.profile(),
                like.language(),
                like.zone());
        String hash = hashes.computeIfAbsent(password, hashing::hash);
        UUID person = units.call(() -> {
            UUID id = membership.add(entry, null);
            if (state != PersonState.INVITED) {
                passwords.store(id, hash);
                membership.activate(id, null);
            }
            if (state == PersonState.SUSPENDED) {
                membership.suspend(id, null);
            }
            if (state == PersonState.DEPARTED) {
                membership.depart(id, null);
            }
            if (terms && this.terms.latest() > 0) {
                this.terms.accept(directory.find(id).orElseThrow(), this.terms.latest());
            }
            return id;
        });
        // once it is committed: before, a query may not see what the aggregate was told last
        return directory.find(person).orElseThrow();
    }

    public void invite(UUID id) {
        invitations.invite(id, null);
    }

    /** As if somebody had chosen a password on another way. */
    public void activateWithPassword(UUID id, String password) {
        units.run(() -> {
            passwords.store(id, hashing.hash(password));
            membership.activate(id, null);
        });
    }

    /** What a start says on the console while there is no administrator. */
    public void announceSetup(PrintStream console) {
        setup.getObject().announce(console);
    }

    public void suspend(UUID id) {
        membership.suspend(id, null);
    }

    public void reactivate(UUID id) {
        membership.reactivate(id, null);
    }
}
