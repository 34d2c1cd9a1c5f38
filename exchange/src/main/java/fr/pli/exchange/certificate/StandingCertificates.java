package fr.pli.exchange.certificate;

import fr.pli.exchange.account.DoorRules;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.platform.Units;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether somebody has a certificate neither expired nor revoked, while they present none (D-2). Revocation is known from
 * the last time that anybody asked: a sign-in, the sweep, or {@link #ask}. Nobody's answer changes nothing.
 */
@Component
public class StandingCertificates {

    private final CardCheck check;
    private final DoorRules doors;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final Units units;
    private final Clock clock;

    StandingCertificates(CardCheck check, DoorRules doors, Journal journal, JdbcClient jdbc, Units units, Clock clock) {
        this.check = check;
        this.doors = doors;
        this.journal = journal;
        this.jdbc = jdbc;
        this.units = units;
        this.clock = clock;
    }

    /** Whether people of that profile come in by certificate here; elsewhere an active account is all there is. */
    public boolean asked(Profile profile) {
        return doors.byCertificate(profile);
    }

    /** As the rows say now. */
    public boolean has(UUID person) {
        return jdbc.sql("""
                        select exists (select 1 from certificate c where c.person = :person and c.revoked_at is null
                                       and c.valid_from <= :now and c.valid_until > :now)
                        """)
                .param("person", person)
                .param("now", clock.instant())
                .query(Boolean.class)
                .single();
    }

    /** Asks the authorities about each of the person's certificates; belongs outside any transaction. */
    public void ask(UUID person) {
        jdbc.sql("""
                        select id, encoded, revoked_at is not null as revoked from certificate
                        where person = :person and valid_until > :now and encoded is not null
                        """)
                .param("person", person)
                .param("now", clock.instant())
                .query((row, number) ->
                        new Held(row.getObject("id", UUID.class), row.getBytes("encoded"), row.getBoolean("revoked")))
                .list()
                .forEach(this::ask);
    }

    /** A certificate that was put on hold may come back. */
    private void ask(Held held) {
        try {
            check.checked(List.of(read(held.encoded())));
            if (held.revoked()) {
                settle(held.id(), false);
            }
        } catch (RefusedException refused) {
            if (refused.refusal() == CardRefusal.REVOKED && !held.revoked()) {
                settle(held.id(), true);
            }
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException("certificate " + held.id() + " was read once", unreadable);
        }
    }

    private void settle(UUID certificate, boolean revoked) {
        units.run(() -> {
            int changed = jdbc.sql("""
                            update certificate set revoked_at = :at where id = :id and (revoked_at is null) = :revoked
                            """)
                    .param("at", revoked ? clock.instant() : null)
                    .param("id", certificate)
                    .param("revoked", revoked)
                    .update();
            if (changed == 1) {
                journal.append((revoked ? Fact.of("certificate.revoked") : Fact.of("certificate.restored"))
                        .about(certificate));
            }
        });
    }

    private static X509Certificate read(byte[] encoded) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }

    private record Held(UUID id, byte[] encoded, boolean revoked) {}
}
