package fr.pli.exchange.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who finds whom when writing: somebody is found when one of these rules says so and nothing else. Each rule
 * stands here twice, as a question about two people and as the condition that lists use; a test proves them equal.
 */
enum Sight {
    /** Everybody finds the magistrats and greffiers. */
    JUSTICE_STAFF_IS_FOUND_BY_ALL("p.profile in ('MAGISTRAT', 'GREFFIER')") {
        @Override
        boolean allows(Person viewer, Person other) {
            return other.profile().justiceStaff();
        }
    },
    /** Everybody finds the offices of the courts. */
    COURT_OFFICES_ARE_FOUND_BY_ALL("p.profile = 'OFFICE'") {
        @Override
        boolean allows(Person viewer, Person other) {
            return other.profile() == Profile.OFFICE;
        }
    },
    /** Everybody finds the members of their own body or court. */
    OWN_BODY("p.organisation = :viewerOrganisation") {
        @Override
        boolean allows(Person viewer, Person other) {
            return viewer.organisationId().equals(other.organisationId());
        }
    },
    /** Justice staff and administrators find everybody. */
    JUSTICE_AND_ADMINISTRATION_FIND_ALL(":viewerProfile in ('MAGISTRAT', 'GREFFIER', 'ADMINISTRATOR')") {
        @Override
        boolean allows(Person viewer, Person other) {
            return FINDS_ALL.contains(viewer.profile());
        }
    };

    private static final Set<Profile> FINDS_ALL =
            EnumSet.of(Profile.MAGISTRAT, Profile.GREFFIER, Profile.ADMINISTRATOR);

    /**
     * Who may be written to at all: who is active, and partners from their invitation on; never somebody suspended or
     * departed.
     */
    static final String RECEIVABLE = "(p.state = 'ACTIVE' or p.state = 'INVITED' and p.profile = 'PARTNER')";

    /** The rules as one condition on {@code person p}, with {@code :viewerOrganisation} and {@code :viewerProfile}. */
    static final String VISIBLE = RECEIVABLE + " and not p.guest"
            + Arrays.stream(values()).map(rule -> rule.condition).collect(Collectors.joining(" or ", " and (", ")"));

    private final String condition;

    Sight(String condition) {
        this.condition = condition;
    }

    abstract boolean allows(Person viewer, Person other);

    static boolean receivable(Person other) {
        return switch (other.state()) {
            case ACTIVE -> true;
            case INVITED -> other.profile() == Profile.PARTNER;
            case SUSPENDED, DEPARTED -> false;
        };
    }

    /** Whether {@code viewer} may write to {@code other}; guests of an expertise neither find nor are found. */
    static boolean finds(Person viewer, Person other) {
        return !viewer.guest()
                && !other.guest()
                && receivable(other)
                && Arrays.stream(values()).anyMatch(rule -> rule.allows(viewer, other));
    }
}
