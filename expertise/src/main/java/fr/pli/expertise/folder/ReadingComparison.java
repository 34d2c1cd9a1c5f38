package fr.pli.expertise.folder;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Sweep;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts every day again what folders hold and people have, reports each difference in the log and tells administrators
 * (E-6). It corrects nothing: a number that is wrong is a fault to be found, and a correction would hide it.
 */
@Component
class ReadingComparison implements Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingComparison.class);
    private static final int MOST = 1000;

    private final JdbcClient jdbc;
    private final ReadingChecks checks;
    private final ReadingMails mails;
    private final Journal journal;
    private final Units units;
    private final Clock clock;

    ReadingComparison(
            JdbcClient jdbc, ReadingChecks checks, ReadingMails mails, Journal journal, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.checks = checks;
        this.mails = mails;
        this.journal = journal;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "reading-comparison";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public void run() {
        List<UUID> folders = jdbc.sql("""
                        select f.id from folder f
                        left join (select folder, count(*) as documents from document
                                   where status = 'PUBLISHED' group by folder) d on d.folder = f.id
                        where f.documents <> coalesce(d.documents, 0) limit :most
                        """)
                .param("most", MOST)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        List<Wrong> readings = jdbc.sql("""
                        with had as (
                          select person, folder, count(*) as documents from (
                            select r.person, d.folder from reading r join document d on d.id = r.document
                            where r.downloaded_at is not null and d.status = 'PUBLISHED' and d.depositor <> r.person
                            union all
                            select depositor, folder from document where status = 'PUBLISHED') facts
                          group by person, folder)
                        select r.person, r.folder
                        from folder_reading r
                        left join had h on h.person = r.person and h.folder = r.folder
                        where r.documents <> coalesce(h.documents, 0)
                        union
                        select h.person, h.folder from had h
                        left join folder_reading r on r.person = h.person and r.folder = h.folder
                        where r.person is null
                        limit :most
                        """)
                .param("most", MOST)
                .query((row, number) ->
                        new Wrong(row.getObject("person", UUID.class), row.getObject("folder", UUID.class)))
                .list();
        folders.forEach(folder -> LOG.error("Folder {} does not hold as many documents as it counts", folder));
        readings.forEach(wrong -> LOG.error(
                "Person {} does not have as many documents of folder {} as are counted",
                wrong.person(),
                wrong.folder()));
        units.run(() -> ended(new ReadingChecks.Check(clock.instant(), folders.size(), readings.size())));
    }

    /** Journaled each time; told once, and again when it is not the same any more. */
    private void ended(ReadingChecks.Check check) {
        boolean known = checks.last().filter(check::same).isPresent();
        checks.ended(check);
        if (check.wrong()) {
            journal.append(Fact.of("reading.compared")
                    .detail("folders", check.folders())
                    .detail("readings", check.readings()));
            if (!known) {
                mails.stage(check);
            }
        }
    }

    private record Wrong(UUID person, UUID folder) {}
}
