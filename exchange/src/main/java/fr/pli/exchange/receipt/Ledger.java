package fr.pli.exchange.receipt;

import fr.pli.exchange.attachment.StoredFile;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Writes what was handed over: each method is one unit of work under the lock of one coverage row (U-11). */
@Service
class Ledger {

    private final Coverages coverages;
    private final Journal journal;
    private final Units units;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Ledger(Coverages coverages, Journal journal, Units units, Clock clock, ApplicationEventPublisher events) {
        this.coverages = coverages;
        this.journal = journal;
        this.units = units;
        this.clock = clock;
        this.events = events;
    }

    /** Before the first byte; <em>started</em> is journaled once per reader and file. */
    Coverage begin(CoverageId id, StoredFile file) {
        Coverage known = coverages.find(id).orElseGet(() -> start(id, file));
        return known.complete() ? known : units.call(() -> active(id));
    }

    /** A unit of its own: who loses the race for the new row shares its lock and must not ask for more in the same unit. */
    private Coverage start(CoverageId id, StoredFile file) {
        Coverage started = Coverage.started(id, file.length(), clock.instant());
        units.run(() -> {
            if (coverages.add(started)) {
                journal.append(fact("download.started", id).content(file.sha256(), file.length()));
            }
        });
        return started;
    }

    private Coverage active(CoverageId id) {
        Coverage coverage = coverages.lock(id).orElseThrow();
        if (!coverage.complete()) {
            coverages.save(coverage.active(clock.instant()));
        }
        return coverage;
    }

    /** Before the last missing segment that a request can give: should the server die now, the row says so. */
    void announce(CoverageId id, Spans served, Spans next) {
        change(id, coverage -> coverage.announce(served, next, clock.instant()));
    }

    /** While a request runs: what it has handed over so far, and that it is still there. */
    Coverage running(CoverageId id, StoredFile file, Spans served) {
        return record(id, file, served, Spans.NONE, true);
    }

    /** When a request ends, or has just handed over what was missing. The one that makes the file whole counts. */
    Coverage ended(CoverageId id, StoredFile file, Spans served, Spans settled) {
        return record(id, file, served, settled, false);
    }

    private Coverage record(CoverageId id, StoredFile file, Spans served, Spans settled, boolean goesOn) {
        return units.call(() -> {
            Instant now = clock.instant();
            Coverage before = coverages.lock(id).orElseThrow();
            if (before.complete()) {
                return before;
            }
            Coverage after = before.record(served, settled, now);
            if (goesOn) {
                after = after.active(now);
            }
            if (after.complete()) {
                journal.append(fact("download.completed", id).content(file.sha256(), file.length()));
                events.publishEvent(new DownloadCompleted(id.message(), id.file(), id.actingFor(), id.reader(), now));
            } else if (after.bytes() > 0 && after.progressDue(!goesOn, now)) {
                journal.append(fact("download.progress", id)
                        .content(file.sha256(), file.length())
                        .detail("percent", after.percent())
                        .detail("bytes", after.bytes()));
                after = after.progressed(now);
            }
            coverages.save(after);
            return after;
        });
    }

    /** The reader's own client holds the right bytes; told again it changes nothing. */
    void confirm(CoverageId id, StoredFile file) {
        change(id, coverage -> {
            if (coverage.confirmedAt() != null) {
                return coverage;
            }
            journal.append(fact("download.confirmed", id).content(file.sha256(), file.length()));
            return coverage.confirmed(clock.instant());
        });
    }

    /** « Servi, fin non constatée »: the node that announced the last bytes has not been heard of since. */
    void unobserved(CoverageId id, Instant silence) {
        change(id, coverage -> {
            if (coverage.endingAt() == null
                    || coverage.unobservedAt() != null
                    || !coverage.activeUntil().isBefore(silence)) {
                return coverage;
            }
            journal.append(fact("download.unobserved", id)
                    .content(null, coverage.length())
                    .detail("bytes", coverage.bytes()));
            return coverage.unobserved(clock.instant());
        });
    }

    private void change(CoverageId id, UnaryOperator<Coverage> change) {
        units.run(() -> coverages.lock(id).ifPresent(coverage -> {
            Coverage changed = change.apply(coverage);
            if (!changed.equals(coverage)) {
                coverages.save(changed);
            }
        }));
    }

    private static Fact fact(String kind, CoverageId id) {
        Fact fact = Fact.of(kind).by(id.reader()).message(id.message()).file(id.file());
        return id.reader().equals(id.actingFor()) ? fact : fact.actingFor(id.actingFor());
    }
}
