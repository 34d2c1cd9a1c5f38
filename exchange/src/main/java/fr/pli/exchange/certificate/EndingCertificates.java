package fr.pli.exchange.certificate;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.Outbox;
import fr.pli.exchange.platform.Sweep;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Warns of the end of a certificate 60, 30 and 7 days before (C-7), each once, unless its person has another that ends
 * later. A certificate found late is warned of once, by the nearest of the three.
 */
@Component
class EndingCertificates implements Sweep {

    static final String ENDING = "certificate-ending";

    /** Days, the nearest first. */
    private static final List<Integer> BEFORE = List.of(7, 30, 60);

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Outbox outbox;
    private final Journal journal;
    private final Units units;
    private final Clock clock;

    EndingCertificates(JdbcClient jdbc, Directory directory, Outbox outbox, Journal journal, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.outbox = outbox;
        this.journal = journal;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "certificate.ending";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        for (int days : BEFORE) {
            ending(days, now).forEach(found -> units.run(() -> warn(found, days)));
        }
    }

    private List<Ending> ending(int days, Instant now) {
        return jdbc.sql("""
                        select c.id, c.person from certificate c
                        where c.person is not null and c.valid_until > :now and c.valid_until <= :until
                          and (c.warned is null or c.warned > :days)
                          and not exists (select 1 from certificate later
                                          where later.person = c.person and later.valid_until > c.valid_until)
                        order by c.valid_until limit :most
                        """)
                .param("now", now)
                .param("until", now.plus(Duration.ofDays(days)))
                .param("days", days)
                .param("most", AT_ONCE)
                .query((row, number) ->
                        new Ending(row.getObject("id", UUID.class), row.getObject("person", UUID.class)))
                .list();
    }

    private void warn(Ending ending, int days) {
        int marked = jdbc.sql(
                        "update certificate set warned = :days where id = :id and (warned is null or warned > :days)")
                .param("days", days)
                .param("id", ending.certificate())
                .update();
        Person person = directory.find(ending.person()).filter(Person::active).orElse(null);
        if (marked != 1 || person == null) {
            return;
        }
        outbox.stage(new Letter(
                person.email(),
                person.id(),
                person.language(),
                ENDING,
                person.id(),
                Map.of("certificate", ending.certificate().toString())));
        journal.append(Fact.of("certificate.ending")
                .about(ending.certificate())
                .detail("person", person.id())
                .detail("days", days));
    }

    private record Ending(UUID certificate, UUID person) {}
}
