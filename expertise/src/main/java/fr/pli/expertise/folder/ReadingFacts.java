package fr.pli.expertise.folder;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.receipt.DownloadCompleted;
import fr.pli.exchange.receipt.FileSeen;
import fr.pli.expertise.rights.Ruling;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Turns facts of the exchange into facts of documents: seen when its page or its preview is opened, downloaded when the
 * last byte was handed over (E-6), each once and with the role that was used (M-3). The depositor makes none.
 */
@Component
class ReadingFacts {

    private final DocumentRows documents;
    private final ReadingRows readings;
    private final Access access;
    private final Journal journal;
    private final Units units;
    private final Clock clock;

    ReadingFacts(
            DocumentRows documents, ReadingRows readings, Access access, Journal journal, Units units, Clock clock) {
        this.documents = documents;
        this.readings = readings;
        this.access = access;
        this.journal = journal;
        this.units = units;
        this.clock = clock;
    }

    /** Its page was opened. */
    void opened(UUID reader, Document document) {
        units.run(() -> seen(reader, document, clock.instant()));
    }

    @EventListener
    void on(FileSeen seen) {
        documents.find(seen.message(), seen.file()).ifPresent(document -> seen(seen.reader(), document, seen.at()));
    }

    @EventListener
    void on(DownloadCompleted completed) {
        documents.hold(completed.message(), completed.file()).ifPresent(document -> {
            if (readings.downloaded(completed.reader(), document, completed.at())
                    && !document.depositor().equals(completed.reader())) {
                journal.append(fact(Fact.of("document.downloaded"), completed.reader(), document));
            }
        });
    }

    private void seen(UUID reader, Document document, Instant at) {
        if (!document.depositor().equals(reader) && readings.seen(reader, document, at)) {
            journal.append(fact(Fact.of("document.seen"), reader, document));
        }
    }

    private Fact fact(Fact fact, UUID reader, Document document) {
        String role = access.sight(reader, document.folder())
                .map(Sight::ruling)
                .map(Ruling::role)
                .map(Enum::name)
                .orElse("");
        return fact.by(reader)
                .message(document.message())
                .file(document.file())
                .about(document.expertise())
                .content(document.sha256(), document.length())
                .detail("folder", document.folder())
                .detail("document", document.id())
                .detail("role", role);
    }
}
