package fr.pli.expertise.designation;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.message.MessageOpened;
import fr.pli.exchange.notification.Notices;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.receipt.DownloadCompleted;
import fr.pli.exchange.receipt.FileSeen;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** When the expert first opened a designation (D-5): its page, or a file of its package by whichever way; once. */
@Service("designationOpenings")
public class Openings {

    private final DesignationTable table;
    private final Notices notices;
    private final Journal journal;
    private final Units units;
    private final Clock clock;

    Openings(DesignationTable table, Notices notices, Journal journal, Units units, Clock clock) {
        this.table = table;
        this.notices = notices;
        this.journal = journal;
        this.units = units;
        this.clock = clock;
    }

    /** Its page was opened: what was told about it is no news any more. */
    public void page(UUID reader, Designation designation) {
        units.run(() -> {
            notices.read(reader, designation.id());
            opened(reader, designation);
        });
    }

    @EventListener
    void on(MessageOpened opened) {
        table.carrying(opened.message()).ifPresent(found -> opened(opened.person(), found));
    }

    @EventListener
    void on(FileSeen seen) {
        table.carrying(seen.message()).ifPresent(found -> opened(seen.reader(), found));
    }

    @EventListener
    void on(DownloadCompleted completed) {
        table.carrying(completed.message()).ifPresent(found -> opened(completed.reader(), found));
    }

    private void opened(UUID reader, Designation designation) {
        if (designation.addressedTo(reader) && table.opened(designation.id(), clock.instant())) {
            table.step(designation.id(), Step.Kind.OPENED, reader, clock.instant());
            journal.append(Fact.of("designation.opened")
                    .by(reader)
                    .about(designation.id())
                    .message(designation.message()));
        }
    }
}
