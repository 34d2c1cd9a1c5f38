package fr.pli.expertise.rights;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the simulator assumes (M-5): somebody in an expertise of two parties and two sapiteurs.
 *
 * @param standings the roles of that person
 * @param expertMode the parties whose mode is « Dépôt Expert »
 * @param granted the expert has granted to that person whatever may be granted
 */
public record Assumption(List<As> standings, ExpertiseState state, List<Owner> expertMode, boolean granted) {

    private static final String DOT = ".";

    /**
     * Reads what a form or a program says; refuses words that mean nothing.
     *
     * @param standings such as {@code EXPERT} or {@code AVOCAT.PARTY_A}, each once
     */
    public static Assumption of(List<String> standings, String state, List<String> expertMode, boolean granted) {
        return new Assumption(
                told(standings)
                        .map(word -> As.all().stream()
                                .filter(as -> as.word().equals(word))
                                .findFirst()
                                .orElseThrow(() -> RightsRefusal.STANDING_UNKNOWN.with(word)))
                        .toList(),
                find(ExpertiseState.values(), state).orElseThrow(() -> RightsRefusal.STATE_UNKNOWN.with(state)),
                told(expertMode)
                        .map(word -> find(Owner.values(), word)
                                .filter(Owner::party)
                                .orElseThrow(() -> RightsRefusal.PARTY_UNKNOWN.with(word)))
                        .toList(),
                granted);
    }

    /** The expertise is not in the person's list yet (M-4): every role is a party's, and it was never « En cours ». */
    public boolean cardHidden() {
        return state == ExpertiseState.SETUP
                && !standings.isEmpty()
                && standings.stream().allMatch(as -> as.role().ofParty());
    }

    /** The parties that a simulated expertise has. */
    public static List<Owner> parties() {
        return Arrays.stream(Owner.values()).filter(Owner::party).toList();
    }

    private static Stream<String> told(List<String> words) {
        return words.stream().filter(word -> !word.isBlank()).distinct();
    }

    private static <E extends Enum<E>> Optional<E> find(E[] all, String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
    }

    /** A party or a sapiteur of the simulated expertise. */
    public enum Owner {
        SAPITEUR_1,
        SAPITEUR_2,
        PARTY_A,
        PARTY_B;

        boolean party() {
            return this == PARTY_A || this == PARTY_B;
        }

        UUID id() {
            return new UUID(0, ordinal() + 1L);
        }
    }

    /** A role, and for whom. */
    public record As(Role role, @Nullable Owner owner) {

        /** Every one there can be, in the order of the roles. */
        public static List<As> all() {
            return Arrays.stream(Role.values())
                    .flatMap(role -> role.owns()
                            ? Arrays.stream(Owner.values())
                                    .filter(owner -> owner.party() == role.ofParty())
                                    .map(owner -> new As(role, owner))
                            : Stream.of(new As(role, null)))
                    .toList();
        }

        /** As forms and programs write it: {@code AVOCAT.PARTY_A}. */
        public String word() {
            return owner == null ? role.name() : role.name() + DOT + owner.name();
        }

        Standing standing() {
            return new Standing(role, owner == null ? null : owner.id());
        }
    }
}
