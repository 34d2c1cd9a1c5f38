package fr.pli.exchange.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an import would do to offices and teams as they are now: the file names the members of each office it
 * mentions, all of them, and one line that is refused refuses the file (ADR 0044).
 *
 * @param rows what happens to each office, followed by what happens to each of its members
 * @param offices what would be written
 */
public record OfficeImportPlan(List<Row> rows, List<Target> offices) implements ImportSteps.Plan {

    /** What becomes of an office or of somebody's place in it. */
    public enum Outcome {
        CREATE,
        CHANGE,
        JOIN,
        LEAVE,
        SAME,
        REFUSED
    }

    /**
     * One office, or one of its members.
     *
     * @param number line of the file as an editor counts; of an office and of who leaves it, its first line
     * @param email address of the office, empty when the line is broken
     * @param member address of the member, empty on the row of an office
     * @param changes fields that would change, named as in forms
     */
    public record Row(
            int number,
            Outcome outcome,
            String email,
            String name,
            String member,
            List<String> changes,
            Optional<Flaw> flaw) {

        static Row of(int number, Outcome outcome, String email, String name, String member) {
            return new Row(number, outcome, email, name, member, List.of(), Optional.empty());
        }

        static Row refused(int number, String email, String name, String member, Flaw flaw) {
            return new Row(number, Outcome.REFUSED, email, name, member, List.of(), Optional.of(flaw));
        }
    }

    /**
     * An office as it would be.
     *
     * @param changed whether name or organisation differ from what they are
     * @param open whether it may be written to
     */
    record Target(
            OfficeEntries.Typed typed,
            boolean changed,
            boolean open,
            @Nullable Existing existing,
            List<Person> joining,
            List<UUID> leaving) {}

    /** An office as it is. */
    record Existing(UUID id, long version, boolean open) {}

    public long count(Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    /** Nothing is refused and something differs. */
    @Override
    public boolean doesSomething() {
        return count(Outcome.REFUSED) == 0 && rows.stream().anyMatch(row -> row.outcome() != Outcome.SAME);
    }

    @Override
    public Optional<DirectoryRefusal> obstacle() {
        return count(Outcome.REFUSED) > 0
                ? Optional.of(DirectoryRefusal.IMPORT_LINES_REFUSED)
                : ImportSteps.Plan.super.obstacle();
    }

    /** Down to the versions of the offices concerned, in lower-case hex. */
    @Override
    public String fingerprint() {
        MessageDigest digest = sha256();
        for (Row row : rows) {
            take(
                    digest,
                    row.number() + "|" + row.outcome() + "|" + row.email() + "|" + row.member() + "|" + row.changes()
                            + "|"
                            + row.flaw().map(flaw -> flaw.refusal().code()).orElse(""));
        }
        for (Target office : offices) {
            take(digest, office.existing() + "|" + office.leaving());
            office.joining().forEach(person -> take(digest, person.id().toString()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void take(MessageDigest digest, String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
