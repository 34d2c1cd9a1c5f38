package fr.pli.exchange.certificate;

import fr.pli.exchange.account.Secrets;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The way from the card door to the main one (C-1). The main door leaves a nonce with the browser and names its hash, the
 * binding; the card door makes a ticket for the certificate it has checked; the main door takes the ticket once, within a
 * minute, from the browser that has the nonce. So neither a link nor a foreign page signs anybody in.
 */
@Component
public class CardTickets {

    private static final Duration LIVES = Duration.ofSeconds(60);
    private static final Duration VISIT = Duration.ofMinutes(30);
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final JdbcClient jdbc;
    private final CertificateRows certificates;
    private final Units units;
    private final Clock clock;

    CardTickets(JdbcClient jdbc, CertificateRows certificates, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.certificates = certificates;
        this.units = units;
        this.clock = clock;
    }

    /** What may be told to the other door of a nonce. */
    public static String binding(String nonce) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.hash(nonce));
    }

    /** Whether this looks like a binding. */
    public static boolean plausible(String binding) {
        return TOKEN.matcher(binding).matches();
    }

    /** Makes a ticket for a certificate just checked. @return it, which is nowhere else */
    public String issue(String binding, Card card) {
        if (!plausible(binding)) {
            throw CardRefusal.TICKET_DEAD.with();
        }
        String ticket = Secrets.token();
        Instant now = clock.instant();
        units.run(() -> jdbc.sql("""
                        insert into card_ticket (hash, binding, certificate, made_at, expires_at)
                        values (:hash, :binding, :certificate, :now, :end)
                        """)
                .param("hash", Secrets.hash(ticket))
                .param("binding", Base64.getUrlDecoder().decode(binding))
                .param("certificate", certificates.seen(card))
                .param("now", now)
                .param("end", now.plus(LIVES))
                .update());
        return ticket;
    }

    /** Uses a ticket up. @return the certificate it was made for */
    public UUID use(String ticket, String nonce) {
        return units.call(() -> {
            int used = jdbc.sql("""
                            update card_ticket set used_at = :now
                            where hash = :hash and binding = :binding and used_at is null and expires_at > :now
                            """)
                    .param("now", clock.instant())
                    .param("hash", Secrets.hash(ticket))
                    .param("binding", Secrets.hash(nonce))
                    .update();
            if (used != 1) {
                throw CardRefusal.TICKET_DEAD.with();
            }
            return jdbc.sql("select certificate from card_ticket where hash = :hash")
                    .param("hash", Secrets.hash(ticket))
                    .query(UUID.class)
                    .single();
        });
    }

    /** Which certificate the browser with this nonce presented within the last half hour. */
    public Optional<HeldCertificate> presented(String nonce) {
        return jdbc.sql("""
                        select certificate from card_ticket where binding = :binding and used_at > :since
                        order by used_at desc limit 1
                        """)
                .param("binding", Secrets.hash(nonce))
                .param("since", clock.instant().minus(VISIT))
                .query(UUID.class)
                .optional()
                .flatMap(certificates::find);
    }
}
