package fr.pli.expertise.rights;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do in a place, and why (M-4, M-5).
 *
 * @param listed whether the folder exists for that person: it may be listed and yet switched off in the present state
 * @param role by which the right is had, or the folder is listed, or that comes nearest to it; null only for somebody
 *     without any role
 * @param reason which sentence explains it
 * @param openIn the other states in which that role may do something here; empty unless the folder is switched off
 */
public record Ruling(Right right, boolean listed, @Nullable Role role, Reason reason, List<ExpertiseState> openIn) {

    public boolean readable() {
        return right != Right.NONE;
    }

    public boolean depositable() {
        return right == Right.DEPOSIT;
    }

    /**
     * The larger right of two (M-3); with equal rights the one by which the folder is listed; then the first role in their
     * order; of one role for two parties, the states in which either opens: nothing depends on the order of the roles.
     */
    public Ruling larger(Ruling other) {
        int order = right.compareTo(other.right);
        if (order == 0) {
            order = Boolean.compare(listed, other.listed);
        }
        if (order == 0 && role != null && other.role != null) {
            order = other.role.compareTo(role);
        }
        if (order == 0) {
            order = other.reason.compareTo(reason);
        }
        if (order == 0 && !openIn.equals(other.openIn)) {
            return openInBoth(other);
        }
        return order < 0 ? other : this;
    }

    private Ruling openInBoth(Ruling other) {
        List<ExpertiseState> both = Stream.concat(openIn.stream(), other.openIn.stream())
                .distinct()
                .sorted()
                .toList();
        return new Ruling(right, listed, role, reason, both);
    }

    /** Each has sentences in the bundles, with role, folder and state: {@link Explanations}. */
    public enum Reason {
        /** The matrix gives it. */
        MATRIX,
        /** The party's mode is « Dépôt Expert »: the expert deposits for it. */
        EXPERT_MODE,
        /** The party deposits itself: the expert downloads. */
        PARTY_DEPOSITS,
        /** The expert has granted it. */
        GRANTED,
        /** Only if the expert decides so, now or in another state, and the expert has not. */
        NOT_GRANTED,
        /** Not in this state of the expertise, in another one. */
        OTHER_STATE,
        /** In no state. */
        NEVER
    }
}
