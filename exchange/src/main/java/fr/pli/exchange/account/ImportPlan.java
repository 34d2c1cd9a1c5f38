package fr.pli.exchange.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an import would do to the directory as it is now: the dry run of A-1.
 *
 * @param newOrganisations names of organisations that would be created
 */
public record ImportPlan(List<Line> lines, Set<String> newOrganisations) implements ImportSteps.Plan {

    /** What becomes of a line. */
    public enum Outcome {
        CREATE,
        CHANGE,
        SAME,
        REFUSED
    }

    /**
     * One line of the file.
     *
     * @param number as an editor counts
     * @param email as read, empty when the line is broken
     * @param changes fields that would change, named as in forms
     * @param flaw why it is refused
     * @param read what would be written
     * @param existing the entry with this address, if there is one
     */
    public record Line(
            int number,
            Outcome outcome,
            String email,
            String name,
            List<String> changes,
            Optional<Flaw> flaw,
            @Nullable Target read,
            @Nullable Existing existing) {

        static Line refused(int number, String email, String name, Flaw flaw) {
            return new Line(number, Outcome.REFUSED, email, name, List.of(), Optional.of(flaw), null, null);
        }
    }

    /** An entry as it would be. */
    record Target(
            String email,
            String firstName,
            String lastName,
            String organisation,
            Profile profile,
            String language,
            String zone) {}

    /** An entry as it is. */
    record Existing(UUID id, long version, Target is, PersonState state) {}

    public long count(Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    @Override
    public boolean doesSomething() {
        return lines.stream().anyMatch(l -> l.outcome() == Outcome.CREATE || l.outcome() == Outcome.CHANGE);
    }

    /** Down to the versions of the entries concerned, in lower-case hex. */
    @Override
    public String fingerprint() {
        MessageDigest digest = sha256();
        for (Line line : lines) {
            String text = line.number() + "|" + line.outcome() + "|" + line.email() + "|" + line.changes() + "|"
                    + line.flaw().map(f -> f.refusal().code()).orElse("") + "|"
                    + (line.existing() == null
                            ? ""
                            : line.existing().id() + "/" + line.existing().version())
                    + "\n";
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
        newOrganisations.stream().sorted().forEach(name -> digest.update(name.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
