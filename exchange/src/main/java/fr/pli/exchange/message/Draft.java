package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.attachment.FileState;
import fr.pli.exchange.attachment.StoredFile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft, a waiting sending, or what became of it, as its author sees it.
 *
 * @param origin where it is posted, or will be
 * @param days of availability; null without end
 * @param checks every rule of sending, in order
 * @param maxDays longest lifetime a sender may choose now
 * @param queuedAt when « Envoyer » was pressed
 * @param blocked why a queued sending came back, until the next change
 */
public record Draft(
        UUID id,
        Origin origin,
        MessageState state,
        String subject,
        String comment,
        @Nullable Integer days,
        List<Person> recipients,
        List<File> files,
        List<Check> checks,
        int maxDays,
        Instant changedAt,
        @Nullable Instant queuedAt,
        @Nullable Obstacle blocked) {

    /** Every rule is kept: « Envoyer » may be pressed. */
    public boolean sendable() {
        return checks.stream().allMatch(check -> check.obstacle() == null);
    }

    public List<File> receiving() {
        return in(FileState.RECEIVING);
    }

    public List<File> waiting() {
        return in(FileState.WAITING);
    }

    /** Bytes that have not arrived yet. */
    public long missing() {
        return receiving().stream()
                .mapToLong(file -> file.length() - file.received())
                .sum();
    }

    private List<File> in(FileState state) {
        return files.stream().filter(file -> file.state() == state).toList();
    }

    /**
     * @param name of the rule: {@code recipients}, {@code offices}, {@code subject}, {@code content}, {@code lifetime}, {@code limits}, {@code policy},
     *     {@code files}
     * @param obstacle null when the rule is kept
     */
    public record Check(String name, @Nullable Obstacle obstacle) {}

    /** @param stored null when its bytes are gone */
    public record File(
            UUID id, String path, long length, @Nullable StoredFile stored) {

        public FileState state() {
            return stored == null ? FileState.ERASED : stored.state();
        }

        public long received() {
            return stored == null ? 0 : stored.received();
        }

        public boolean deliverable() {
            return stored != null && stored.deliverable();
        }
    }
}
