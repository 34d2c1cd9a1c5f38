package fr.pli.exchange.account;

import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts active people into the directory without invitation: only there while a demonstration is asked for, which
 * fills an empty installation and leaves any other alone.
 */
@Component
@ConditionalOnProperty("pli.demo")
public class Founding {

    private final ParticularsCheck check;
    private final PasswordPolicy policy;
    private final Hashing hashing;
    private final Passwords passwords;
    private final Membership membership;
    private final Terms terms;
    private final Directory directory;
    private final JdbcClient jdbc;
    private final Units units;
    private final Clock clock;

    Founding(
            ParticularsCheck check,
            PasswordPolicy policy,
            Hashing hashing,
            Passwords passwords,
            Membership membership,
            Terms terms,
            Directory directory,
            JdbcClient jdbc,
            Units units,
            Clock clock) {
        this.check = check;
        this.policy = policy;
        this.hashing = hashing;
        this.passwords = passwords;
        this.membership = membership;
        this.terms = terms;
        this.directory = directory;
        this.jdbc = jdbc;
        this.units = units;
        this.clock = clock;
    }

    /** Whether nobody is in the directory yet. */
    public boolean empty() {
        return jdbc.sql("select count(*) from person").query(Long.class).single() == 0;
    }

    /** Adds somebody who has chosen a password and accepted the terms of use. */
    public Person found(Particulars particulars, String password) {
        var read = check.check(particulars).orRefuse();
        policy.check(password, new PasswordPolicy.Owner(read.email(), read.firstName(), read.lastName()));
        String hash = hashing.hash(password);
        return units.call(() -> {
            UUID id = membership.add(
                    new PersonRecord.Entry(
                            read.email(),
                            read.firstName(),
                            read.lastName(),
                            organisation(read),
                            read.profile(),
                            read.languageOr(Locale.FRENCH),
                            read.zoneOr(Time.PARIS)),
                    null);
            passwords.store(id, hash);
            membership.activate(id, null);
            Person person = directory.find(id).orElseThrow();
            terms.accept(person, terms.latest());
            return person;
        });
    }

    /** Its domain is the person's, so that changing one's address can be tried. */
    private UUID organisation(ParticularsCheck.Read read) {
        jdbc.sql("""
                        insert ignore into organisation (id, name, kind, version, domains)
                        values (:id, :name, :kind, 0, :domain)
                        """)
                .param("id", Ids.next(clock.instant()))
                .param("name", read.organisation())
                .param("kind", read.profile().justiceStaff() ? "COURT" : "BODY")
                .param("domain", read.email().substring(read.email().indexOf('@') + 1))
                .update();
        return jdbc.sql("select id from organisation where name = :name")
                .param("name", read.organisation())
                .query(UUID.class)
                .single();
    }
}
