package fr.pli.exchange.certificate;

import fr.pli.exchange.account.PersonErased;
import fr.pli.exchange.platform.Ids;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The certificates this installation has seen, and whose they are. One is known by issuer and serial number only. */
@Component
public class CertificateRows {

    private static final String SELECT = """
            select id, person, holder, subject, issuer_name, serial, fingerprint, valid_from, valid_until, attached_at,
                   attached_by, last_used_at, revoked_at
            from certificate
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    CertificateRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Finds the certificate, or notes it.
     *
     * @return its id
     * @throws fr.pli.exchange.platform.RefusedException with {@link CardRefusal#DIFFERS} when issuer and number are those
     *     of another certificate: another authority of the same name, or one that gave a number twice
     */
    UUID seen(Card card) {
        jdbc.sql("""
                        insert ignore into certificate (id, issuer, serial, fingerprint, subject, issuer_name, holder,
                                                        valid_from, valid_until, seen_at, encoded)
                        values (:id, :issuer, :serial, :fingerprint, :subject, :issuerName, :holder, :from, :until, :now,
                                :encoded)
                        """)
                .param("id", Ids.next(clock.instant()))
                .param("issuer", card.issuer())
                .param("serial", card.serial())
                .param("fingerprint", card.fingerprint())
                .param("subject", card.subject())
                .param("issuerName", card.issuerName())
                .param("holder", card.holder())
                .param("from", card.validFrom())
                .param("until", card.validUntil())
                .param("now", clock.instant())
                .param("encoded", card.encoded())
                .update();
        Known known = jdbc.sql("select id, fingerprint from certificate where issuer = :issuer and serial = :serial")
                .param("issuer", card.issuer())
                .param("serial", card.serial())
                .query((row, number) -> new Known(row.getObject("id", UUID.class), row.getBytes("fingerprint")))
                .single();
        if (!MessageDigest.isEqual(known.fingerprint(), card.fingerprint())) {
            throw CardRefusal.DIFFERS.with();
        }
        return known.id();
    }

    public Optional<HeldCertificate> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(CertificateRows::held)
                .optional();
    }

    /** All that the person has or had, the last attached first. */
    public List<HeldCertificate> of(UUID person) {
        return jdbc.sql(SELECT + "where person = :person order by attached_at desc, id desc")
                .param("person", person)
                .query(CertificateRows::held)
                .list();
    }

    /** All that bear this number: each authority counts for itself. @param serial lower-case hexadecimal */
    public List<HeldCertificate> numbered(String serial) {
        return jdbc.sql(SELECT + "where serial = :serial order by id")
                .param("serial", serial)
                .query(CertificateRows::held)
                .list();
    }

    /** Gives a certificate that is nobody's to somebody. @return whether it was nobody's */
    boolean attach(UUID id, UUID person, String way) {
        return jdbc.sql("""
                        update certificate set person = :person, attached_at = :now, attached_by = :way
                        where id = :id and person is null
                        """)
                        .param("person", person)
                        .param("now", clock.instant())
                        .param("way", way)
                        .param("id", id)
                        .update()
                == 1;
    }

    void used(UUID id) {
        jdbc.sql("update certificate set last_used_at = :now where id = :id")
                .param("now", clock.instant())
                .param("id", id)
                .update();
    }

    /** Nothing of somebody whose data are erased stays. */
    @EventListener
    void erased(PersonErased erased) {
        jdbc.sql("delete from certificate where person = :person")
                .param("person", erased.person())
                .update();
        jdbc.sql("delete from registration where person = :person")
                .param("person", erased.person())
                .update();
        jdbc.sql("delete from certificate_link where person = :person")
                .param("person", erased.person())
                .update();
    }

    private static HeldCertificate held(ResultSet row, int number) throws SQLException {
        return new HeldCertificate(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("holder"),
                row.getString("subject"),
                row.getString("issuer_name"),
                row.getString("serial"),
                HexFormat.of().formatHex(row.getBytes("fingerprint")),
                row.getTimestamp("valid_from").toInstant(),
                row.getTimestamp("valid_until").toInstant(),
                instant(row.getTimestamp("attached_at")),
                row.getString("attached_by"),
                instant(row.getTimestamp("last_used_at")),
                instant(row.getTimestamp("revoked_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private record Known(UUID id, byte[] fingerprint) {}
}
