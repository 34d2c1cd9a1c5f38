package fr.pli.expertise.experts.web;

import fr.pli.expertise.experts.ExpertQuery;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** The criteria as a form or a call sends them; what is not sent is empty. What is no id in {@code after} is the first page. */
@NamedInterface("choosing")
public record ExpertCriteria(String lastName, String firstName, String court, String specialty, String after) {

    @SuppressWarnings("NullAway") // what a form does not send is null
    public ExpertCriteria {
        lastName = lastName == null ? "" : lastName;
        firstName = firstName == null ? "" : firstName;
        court = court == null ? "" : court;
        specialty = specialty == null ? "" : specialty;
        after = after == null ? "" : after;
    }

    public ExpertQuery query(boolean selectable, int limit) {
        return new ExpertQuery(lastName, firstName, court, specialty, selectable, last(), limit);
    }

    /** Something is asked for, or another page. */
    public boolean asked() {
        return !(lastName + firstName + court + specialty + after).isBlank();
    }

    private @Nullable UUID last() {
        try {
            return after.length() == 36 ? UUID.fromString(after) : null;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
