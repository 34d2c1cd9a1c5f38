package fr.pli.exchange.receipt;

import fr.pli.exchange.attachment.StoredFile;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who looked at which file in a preview: the first time is a fact, and none for the sender (U-10). */
@Service
class Glances {

    private final Journal journal;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final JdbcClient jdbc;

    Glances(Journal journal, Units units, ApplicationEventPublisher events, Clock clock, JdbcClient jdbc) {
        this.journal = journal;
        this.units = units;
        this.events = events;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    void record(Reader reader, Message message, StoredFile file) {
        if (message.sender().equals(reader.person())) {
            return;
        }
        CoverageId id = reader.of(message.id(), file.id());
        units.run(() -> {
            Instant now = clock.instant();
            if (add(id, now)) {
                Fact fact = Fact.of("file.previewed")
                        .by(id.reader())
                        .message(id.message())
                        .file(id.file())
                        .content(file.sha256(), file.length());
                journal.append(id.reader().equals(id.actingFor()) ? fact : fact.actingFor(id.actingFor()));
                events.publishEvent(new FileSeen(id.message(), id.file(), id.actingFor(), now));
            }
        });
    }

    List<Glance> of(UUID message) {
        return jdbc.sql("""
                        select g.file, g.acting_for, g.first_at, nullif(concat_ws(' ', h.first_name, h.last_name), '') as hand
                        from glance g left join person h on h.id = g.reader and g.reader <> g.acting_for
                        where g.message = ? order by g.first_at
                        """)
                .param(message)
                .query((row, number) -> new Glance(
                        row.getObject("acting_for", UUID.class),
                        row.getString("hand"),
                        row.getObject("file", UUID.class),
                        row.getObject("first_at", Instant.class)))
                .list();
    }

    private boolean add(CoverageId id, Instant now) {
        return jdbc.sql(
                                "insert ignore into glance (file, message, reader, acting_for, first_at) values (?, ?, ?, ?, ?)")
                        .params(id.file(), id.message(), id.reader(), id.actingFor(), now)
                        .update()
                == 1;
    }
}
