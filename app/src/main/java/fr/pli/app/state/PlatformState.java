package fr.pli.app.state;

import fr.pli.exchange.attachment.StorageState;
import fr.pli.exchange.journal.JournalCheck;
import fr.pli.exchange.mail.MailHealth;
import fr.pli.exchange.platform.SweepRun;
import fr.pli.expertise.folder.ReadingChecks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the platform is doing at one moment, counted once for page, banners and metrics (O-4).
 *
 * @param at when it was counted
 * @param readings what the last comparison of unread counts with the facts found, null before the first one
 */
public record PlatformState(
        Instant at,
        Analysis analysis,
        Scanner scanner,
        Mails mails,
        List<Lane> lanes,
        List<Work> works,
        List<Repeated> sweeps,
        Storage storage,
        List<Certificate> certificates,
        Journal journal,
        ReadingChecks.@Nullable Check readings) {

    /**
     * Files that wait for their verdict.
     *
     * @param bytes of all of them
     * @param oldest since when the first of them waits
     * @param forecast when all of them will have theirs, if nothing joins the queue; null when nobody can say
     */
    public record Analysis(
            long waiting,
            long bytes,
            @Nullable Instant oldest,
            @Nullable Instant forecast) {}

    /**
     * clamd.
     *
     * @param downSince null while it can be used
     * @param trouble why it cannot: {@code state.scanner.<trouble>} is the sentence
     * @param engine its version
     * @param official whether it has ClamAV's signatures, and not the test set alone
     * @param signatures when these were made, as far as known
     */
    public record Scanner(
            @Nullable Instant downSince,
            @Nullable String trouble,
            @Nullable String engine,
            boolean official,
            @Nullable Instant signatures) {

        /** Age from which signatures no longer protect: the mirror makes new ones each day. */
        private static final Duration STALE = Duration.ofDays(3);

        public boolean up() {
            return downSince == null;
        }

        /** Whole days since these signatures were made. */
        public @Nullable Long age(Instant now) {
            return signatures == null
                    ? null
                    : Math.max(0, Duration.between(signatures, now).toDays());
        }

        public boolean stale(Instant now) {
            return signatures != null && signatures.isBefore(now.minus(STALE));
        }
    }

    /**
     * The outbox.
     *
     * @param queued not yet tried, or being sent
     * @param deferred tried, and to be tried again
     * @param delayed taken by the relay, and kept waiting by a later server
     * @param refused given up
     * @param bounced taken by the relay, and returned by a later server
     * @param downSince since when the relay cannot be reached; null while it can
     * @param returned what came back from later servers
     * @param undelivered the newest of those refused or bounced in the last thirty days
     */
    public record Mails(
            long queued,
            long deferred,
            long delayed,
            long refused,
            long bounced,
            @Nullable Instant downSince,
            MailHealth.Returned returned,
            List<MailHealth.Undelivered> undelivered) {}

    /**
     * Staged work.
     *
     * @param name {@code short} or {@code long}
     * @param due should have begun by now
     * @param running under way
     * @param failing failed at its last attempt and will be tried again
     */
    public record Lane(String name, long due, long running, long failing) {}

    /**
     * One kind of staged work.
     *
     * @param name {@code state.job.<name>} are its words
     * @param due should have begun by now
     * @param later planned for later
     * @param failedAt when an attempt last failed that is still to be repeated
     */
    public record Work(
            String name,
            long due,
            long later,
            long running,
            long failing,
            @Nullable Instant failedAt) {}

    /**
     * Work that is repeated for ever.
     *
     * @param name {@code state.job.<name>} are its words
     * @param last its last run, null before the first one
     * @param late it should have run again by now
     */
    public record Repeated(String name, @Nullable SweepRun last, boolean late) {

        public boolean failed() {
            return last != null && last.outcome() == SweepRun.Outcome.FAILED;
        }
    }

    /**
     * The journal.
     *
     * @param pending events that have no number yet
     * @param check what the last check found, null before the first one
     */
    public record Journal(long pending, @Nullable JournalCheck check) {

        /** A check has found something. */
        public boolean broken() {
            return check != null && check.fault() != null;
        }
    }

    /**
     * The store.
     *
     * @param place folder or address
     * @param awaySince null while it can be used
     * @param free bytes that can still be written, {@link StorageState#UNBOUNDED} where nobody says so
     * @param reserve bytes that uploads leave free
     * @param growth bytes more per day over the last seven days, zero or less when it shrinks
     * @param compared with the database, null until it was
     */
    public record Storage(
            String place,
            @Nullable Instant awaySince,
            long free,
            long reserve,
            long growth,
            StorageState.@Nullable Comparison compared) {

        public boolean away() {
            return awaySince != null || free < 0;
        }

        public boolean bounded() {
            return free != StorageState.UNBOUNDED;
        }

        public boolean full() {
            return !away() && free <= reserve;
        }

        /** Days until uploads are refused if growth goes on; null when it does not grow, or nobody knows the end. */
        public @Nullable Long daysLeft() {
            return away() || !bounded() || growth <= 0 ? null : Math.max(0, free - reserve) / growth;
        }
    }

    /**
     * A certificate of this installation.
     *
     * @param role {@code server}, {@code authority} or {@code card} (whose cards may sign in)
     */
    public record Certificate(String role, String subject, Instant end) {

        public boolean endsWithin(int days, Instant now) {
            return end.isBefore(now.plus(Duration.ofDays(days)));
        }
    }
}
