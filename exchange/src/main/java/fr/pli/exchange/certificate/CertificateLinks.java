package fr.pli.exchange.certificate;

import fr.pli.exchange.account.AccountSettings;
import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Secrets;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.Outbox;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A further certificate for an account (C-4): who is signed in has a link mailed, and opens it with the new card. The link
 * works for 15 days, once, for that account only; whoever has it still needs a valid certificate that is nobody's.
 */
@Component
public class CertificateLinks {

    static final String LINK = "certificate-link";
    static final String ATTACHED = "certificate-attached";

    private static final int A_DAY = 5;

    private final JdbcClient jdbc;
    private final Directory directory;
    private final CertificateRows certificates;
    private final AccountSettings settings;
    private final Outbox outbox;
    private final Journal journal;
    private final Units units;
    private final Clock clock;

    CertificateLinks(
            JdbcClient jdbc,
            Directory directory,
            CertificateRows certificates,
            AccountSettings settings,
            Outbox outbox,
            Journal journal,
            Units units,
            Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.certificates = certificates;
        this.settings = settings;
        this.outbox = outbox;
        this.journal = journal;
        this.units = units;
        this.clock = clock;
    }

    /** Mails a link to the person's address. */
    public void ask(Person person) {
        units.run(() -> {
            Instant now = clock.instant();
            insistOnRoom(person, now);
            add(person, null, now);
            journal.append(Fact.of("certificate.link-sent").by(person.id()).about(person.id()));
        });
    }

    /** Mails a link that attaches this certificate and no other (C-5); within the caller's unit of work. */
    void issue(Person person, UUID certificate) {
        add(person, certificate, clock.instant());
        journal.append(Fact.of("certificate.link-sent").about(person.id()).detail("certificate", certificate));
    }

    private void add(Person person, @Nullable UUID certificate, Instant now) {
        Instant end = now.plus(settings.linkLifetime());
        String token = Secrets.token();
        jdbc.sql("""
                        insert into certificate_link (hash, person, certificate, asked_at, expires_at)
                        values (:hash, :person, :certificate, :now, :end)
                        """)
                .param("hash", Secrets.hash(token))
                .param("person", person.id())
                .param("certificate", certificate)
                .param("now", now)
                .param("end", end)
                .update();
        tell(person, LINK, Map.of("token", token, "until", end.toString()));
    }

    /** Whose account a living link is for; changes nothing. */
    public Optional<Person> offer(String token) {
        return jdbc.sql("""
                        select person from certificate_link where hash = :hash and used_at is null and expires_at > :now
                        """)
                .param("hash", Secrets.hash(token))
                .param("now", clock.instant())
                .query(UUID.class)
                .optional()
                .flatMap(directory::find)
                .filter(Person::active);
    }

    /** Uses the link: the certificate is the account's from now on. @param certificate just presented */
    public Person attach(String token, UUID certificate) {
        return units.call(() -> {
            Person person = offer(token).orElseThrow(CardRefusal.LINK_DEAD::with);
            if (!meant(token, certificate)) {
                throw CardRefusal.OTHER_CARD.with();
            }
            if (!used(token)) {
                throw CardRefusal.LINK_DEAD.with();
            }
            if (!certificates.attach(certificate, person.id(), "link")) {
                boolean own = certificates
                        .find(certificate)
                        .filter(found -> person.id().equals(found.person()))
                        .isPresent();
                throw own ? CardRefusal.ALREADY_YOURS.with() : CardRefusal.TAKEN.with();
            }
            journal.append(Fact.of("certificate.attached")
                    .by(person.id())
                    .about(certificate)
                    .detail("way", "link"));
            tell(person, ATTACHED, Map.of("certificate", certificate.toString()));
            return person;
        });
    }

    /** Whether the link is for this certificate, or for any. */
    private boolean meant(String token, UUID certificate) {
        return jdbc.sql("""
                        select count(*) from certificate_link
                        where hash = :hash and (certificate is null or certificate = :certificate)
                        """)
                        .param("hash", Secrets.hash(token))
                        .param("certificate", certificate)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private boolean used(String token) {
        return jdbc.sql("""
                        update certificate_link set used_at = :now
                        where hash = :hash and used_at is null and expires_at > :now
                        """)
                        .param("now", clock.instant())
                        .param("hash", Secrets.hash(token))
                        .update()
                == 1;
    }

    private void insistOnRoom(Person person, Instant now) {
        int asked = jdbc.sql(
                        "select count(*) from certificate_link where person = :person and certificate is null and asked_at > :since")
                .param("person", person.id())
                .param("since", now.minus(Duration.ofDays(1)))
                .query(Integer.class)
                .single();
        if (asked >= A_DAY) {
            throw CardRefusal.TOO_MANY.with();
        }
    }

    private void tell(Person person, String template, Map<String, String> refs) {
        outbox.stage(new Letter(person.email(), person.id(), person.language(), template, person.id(), refs));
    }
}
